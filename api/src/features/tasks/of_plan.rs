//! What plans may call.
