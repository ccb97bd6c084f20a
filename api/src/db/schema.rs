//! One `table!` for each table, the same for both databases; `tests/api/schema.rs` compares it with the migrations.

diesel::table! {
    wards (id) {
        id -> Text,
        code -> Text,
        name -> Text,
        place -> Text,
        superior_unit_id -> Nullable<Text>,
        settings -> Text,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    units (id) {
        id -> Text,
        ward_id -> Nullable<Text>,
        parent_id -> Nullable<Text>,
        kind -> Text,
        code -> Text,
        name -> Text,
        search_key -> Text,
        status -> Text,
        merged_into_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    unit_history (id) {
        id -> Text,
        unit_id -> Text,
        what -> Text,
        old_name -> Nullable<Text>,
        new_name -> Nullable<Text>,
        into_unit_id -> Nullable<Text>,
        effective_on -> Date,
        note -> Text,
        by_user_id -> Nullable<Text>,
        at -> Timestamp,
    }
}

diesel::table! {
    users (id) {
        id -> Text,
        ward_id -> Nullable<Text>,
        unit_id -> Text,
        username -> Text,
        full_name -> Text,
        search_key -> Text,
        sort_key -> Text,
        position -> Text,
        role -> Text,
        email -> Nullable<Text>,
        phone -> Nullable<Text>,
        status -> Text,
        password_hash -> Text,
        must_change_password -> Bool,
        totp_secret -> Nullable<Text>,
        totp_enabled -> Bool,
        totp_last_step -> BigInt,
        last_login_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
        first_password_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    delegations (id) {
        id -> Text,
        ward_id -> Text,
        from_user_id -> Text,
        to_user_id -> Text,
        starts_on -> Date,
        ends_on -> Date,
        reason -> Text,
        revoked_at -> Nullable<Timestamp>,
        created_by_id -> Text,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    holidays (id) {
        id -> Text,
        ward_id -> Nullable<Text>,
        day -> Date,
        name -> Text,
        is_workday -> Bool,
    }
}

diesel::table! {
    sessions (id) {
        id -> Text,
        user_id -> Text,
        client -> Text,
        user_agent -> Text,
        created_at -> Timestamp,
        last_used_at -> Timestamp,
        expires_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
        revoked_why -> Nullable<Text>,
        is_shared -> Bool,
        plain_cookie -> Bool,
    }
}

diesel::table! {
    refresh_tokens (token_hash) {
        token_hash -> Text,
        session_id -> Text,
        issued_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    recovery_codes (user_id, code_hash) {
        user_id -> Text,
        code_hash -> Text,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    saved_filters (id) {
        id -> Text,
        user_id -> Text,
        list -> Text,
        name -> Text,
        query -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    sign_ins (id) {
        id -> Text,
        ward_id -> Nullable<Text>,
        user_id -> Nullable<Text>,
        result -> Text,
        address -> Text,
        at -> Timestamp,
        first_at -> Timestamp,
        last_at -> Timestamp,
        times -> BigInt,
    }
}

diesel::table! {
    audit (seq) {
        seq -> BigInt,
        at -> Timestamp,
        ward_id -> Nullable<Text>,
        actor_id -> Nullable<Text>,
        acting_for_id -> Nullable<Text>,
        action -> Text,
        resource -> Text,
        row_id -> Nullable<Text>,
        changes -> Text,
        outcome -> Text,
        request_id -> Text,
        hash -> Text,
    }
}

diesel::table! {
    seals (name) {
        name -> Text,
        sealed -> Text,
    }
}

diesel::table! {
    idempotency_keys (user_id, idempotency_key) {
        user_id -> Text,
        idempotency_key -> Text,
        fingerprint -> Text,
        status -> Integer,
        location -> Nullable<Text>,
        body -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    attempts (id) {
        id -> Text,
        limit_name -> Text,
        who -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    job_leases (name) {
        name -> Text,
        holder -> Text,
        until -> Timestamp,
        last_run_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    attachments (id) {
        id -> Text,
        ward_id -> Nullable<Text>,
        owner_kind -> Nullable<Text>,
        owner_id -> Nullable<Text>,
        file_name -> Text,
        media_type -> Text,
        size -> BigInt,
        sha256 -> Text,
        uploaded_by_id -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    plans (id) {
        id -> Text,
        ward_id -> Text,
        year -> Integer,
        title -> Text,
        search_key -> Text,
        number -> Nullable<Text>,
        issued_on -> Nullable<Date>,
        issuer -> Text,
        theme -> Text,
        slogans -> Text,
        starts_on -> Date,
        ends_on -> Date,
        legal_bases -> Text,
        hotlines -> Text,
        recipients -> Text,
        signed_by -> Nullable<Text>,
        status -> Text,
        copied_from_id -> Nullable<Text>,
        published_at -> Nullable<Timestamp>,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    plan_sections (id) {
        id -> Text,
        plan_id -> Text,
        parent_id -> Nullable<Text>,
        position -> Integer,
        number -> Text,
        path -> Text,
        title -> Text,
        body -> Text,
    }
}

diesel::table! {
    tasks (id) {
        id -> Text,
        ward_id -> Text,
        plan_id -> Nullable<Text>,
        section_id -> Nullable<Text>,
        title -> Text,
        search_key -> Text,
        description -> Text,
        source -> Text,
        lead_unit_id -> Text,
        each_unit -> Bool,
        starts_on -> Nullable<Date>,
        due_on -> Date,
        priority -> Integer,
        status -> Text,
        status_reason -> Text,
        progress -> Integer,
        target -> Nullable<BigInt>,
        actual -> Nullable<BigInt>,
        measure -> Nullable<Text>,
        upper_number -> Nullable<Text>,
        upper_date -> Nullable<Date>,
        evidence_required -> Integer,
        is_published -> Bool,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    task_parts (task_id, unit_id) {
        task_id -> Text,
        unit_id -> Text,
        is_lead -> Bool,
        status -> Text,
        progress -> Integer,
        actual -> Nullable<BigInt>,
        reported_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    task_updates (id) {
        id -> Text,
        task_id -> Text,
        kind -> Text,
        unit_id -> Nullable<Text>,
        by_user_id -> Nullable<Text>,
        acting_for_id -> Nullable<Text>,
        at -> Timestamp,
        status -> Nullable<Text>,
        progress -> Nullable<Integer>,
        actual -> Nullable<BigInt>,
        note -> Text,
    }
}

diesel::table! {
    reminders (id) {
        id -> Text,
        ward_id -> Text,
        task_id -> Text,
        unit_id -> Text,
        kind -> Text,
        due_on -> Date,
        sent_at -> Timestamp,
        sent_by_id -> Nullable<Text>,
        message -> Text,
        answered_at -> Nullable<Timestamp>,
        answer_update_id -> Nullable<Text>,
    }
}

diesel::table! {
    obstacles (id) {
        id -> Text,
        ward_id -> Text,
        task_id -> Nullable<Text>,
        unit_id -> Text,
        raised_by_id -> Text,
        title -> Text,
        search_key -> Text,
        description -> Text,
        status -> Text,
        escalated_to -> Nullable<Text>,
        escalated_at -> Nullable<Timestamp>,
        escalation_note -> Text,
        answer -> Text,
        answered_by_id -> Nullable<Text>,
        answered_at -> Nullable<Timestamp>,
        answer_due_on -> Date,
        closed_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    notifications (id) {
        id -> Text,
        user_id -> Text,
        kind -> Text,
        resource -> Text,
        row_id -> Text,
        created_at -> Timestamp,
        read_at -> Nullable<Timestamp>,
        mailed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    mails (id) {
        id -> Text,
        user_id -> Text,
        subject -> Text,
        body -> Text,
        created_at -> Timestamp,
        next_try_at -> Timestamp,
        tries -> Integer,
        sent_at -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
    }
}

diesel::table! {
    children (id) {
        id -> Text,
        ward_id -> Text,
        code -> Text,
        full_name -> Text,
        search_key -> Text,
        sort_key -> Text,
        match_key -> Text,
        date_of_birth -> Date,
        birth_year_only -> Bool,
        sex -> Text,
        ethnicity -> Nullable<Text>,
        personal_id -> Nullable<Text>,
        personal_id_index -> Nullable<Text>,
        neighborhood_id -> Nullable<Text>,
        school_id -> Nullable<Text>,
        grade -> Text,
        addresses -> Text,
        health_insurance_no -> Nullable<Text>,
        health_insurance_valid_to -> Nullable<Date>,
        disability -> Text,
        disability_degree -> Nullable<Text>,
        illness -> Text,
        poverty -> Text,
        can_swim -> Nullable<Bool>,
        medical_warning -> Text,
        notes -> Text,
        status -> Text,
        status_on -> Nullable<Date>,
        merged_into_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    child_guardians (id) {
        id -> Text,
        child_id -> Text,
        position -> Integer,
        relation -> Text,
        full_name -> Text,
        match_key -> Text,
        phone -> Nullable<Text>,
        occupation -> Text,
    }
}

diesel::table! {
    child_circumstances (id) {
        id -> Text,
        child_id -> Text,
        kind -> Text,
        code -> Text,
        sub_code -> Nullable<Text>,
        from_date -> Date,
        to_date -> Nullable<Date>,
        evidence -> Text,
        note -> Text,
        recorded_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        cancelled_at -> Nullable<Timestamp>,
        cancel_reason -> Text,
    }
}

diesel::table! {
    child_supports (id) {
        id -> Text,
        child_id -> Text,
        kind -> Text,
        on_date -> Date,
        programme -> Text,
        value -> Nullable<BigInt>,
        note -> Text,
        recorded_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        cancelled_at -> Nullable<Timestamp>,
        cancel_reason -> Text,
    }
}

diesel::table! {
    child_history (id) {
        id -> Text,
        child_id -> Text,
        at -> Timestamp,
        by_user_id -> Nullable<Text>,
        source -> Text,
        changes -> Text,
    }
}

diesel::table! {
    child_distinctions (first_id, second_id) {
        first_id -> Text,
        second_id -> Text,
        reason -> Text,
        by_user_id -> Nullable<Text>,
        at -> Timestamp,
    }
}

diesel::table! {
    child_merges (id) {
        id -> Text,
        ward_id -> Text,
        kept_id -> Text,
        gone_id -> Text,
        snapshot -> Text,
        by_user_id -> Nullable<Text>,
        at -> Timestamp,
        undone_at -> Nullable<Timestamp>,
        undone_by_id -> Nullable<Text>,
    }
}

diesel::table! {
    child_imports (id) {
        id -> Text,
        ward_id -> Text,
        unit_id -> Text,
        created_by_id -> Text,
        file_name -> Text,
        status -> Text,
        sheets -> Text,
        counts -> Text,
        rejected -> Nullable<Text>,
        legacy -> Nullable<Text>,
        kept -> Text,
        committed_at -> Nullable<Timestamp>,
        undone_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
        judged -> Text,
    }
}

diesel::table! {
    child_import_drafts (id) {
        id -> Text,
        import_id -> Text,
        position -> Integer,
        sheet -> Integer,
        number -> Integer,
        state -> Text,
        has_errors -> Bool,
        name_key -> Nullable<Text>,
        number_key -> Nullable<Text>,
        body -> Text,
        verdict -> Text,
    }
}

diesel::table! {
    child_import_rows (import_id, position) {
        import_id -> Text,
        position -> Integer,
        child_id -> Text,
        kind -> Text,
        version_after -> Integer,
        before -> Nullable<Text>,
    }
}

diesel::table! {
    child_import_mappings (ward_id, signature) {
        ward_id -> Text,
        signature -> Text,
        mapping -> Text,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    child_consents (id) {
        id -> Text,
        child_id -> Text,
        purpose -> Text,
        age -> Integer,
        child_agrees -> Nullable<Bool>,
        representative_name -> Text,
        representative_relation -> Text,
        representative_agrees -> Bool,
        method -> Text,
        note -> Text,
        given_on -> Date,
        expires_on -> Nullable<Date>,
        withdrawn_at -> Nullable<Timestamp>,
        withdraw_reason -> Text,
        recorded_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        text_version -> Text,
    }
}

diesel::table! {
    child_data_requests (id) {
        id -> Text,
        ward_id -> Text,
        child_id -> Text,
        kind -> Text,
        requester_name -> Text,
        requester_relation -> Text,
        details -> Text,
        received_on -> Date,
        answer_due_on -> Date,
        execute_due_on -> Date,
        status -> Text,
        answered_at -> Nullable<Timestamp>,
        executed_at -> Nullable<Timestamp>,
        answer -> Text,
        recorded_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    departures (id) {
        id -> Text,
        ward_id -> Text,
        unit_id -> Nullable<Text>,
        user_id -> Nullable<Text>,
        resource -> Text,
        row_id -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    summer_handovers (id) {
        id -> Text,
        ward_id -> Text,
        year -> Integer,
        school_id -> Text,
        neighborhood_id -> Text,
        status -> Text,
        details -> Text,
        summer_from -> Nullable<Date>,
        summer_to -> Nullable<Date>,
        handed_over_by_id -> Nullable<Text>,
        handed_over_at -> Nullable<Timestamp>,
        handed_over_position -> Text,
        received_by_id -> Nullable<Text>,
        received_at -> Nullable<Timestamp>,
        received_position -> Text,
        returned_by_id -> Nullable<Text>,
        returned_at -> Nullable<Timestamp>,
        returned_position -> Text,
        reopen_reason -> Text,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    summer_handover_children (id) {
        id -> Text,
        handover_id -> Text,
        child_id -> Text,
        membership -> Text,
        note -> Text,
        academic -> Text,
        conduct -> Text,
        talents -> Text,
        teacher -> Text,
        rating -> Nullable<Text>,
        remarks -> Text,
        commended -> Bool,
        added_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    summer_groups (id) {
        id -> Text,
        ward_id -> Text,
        year -> Integer,
        neighborhood_id -> Text,
        name -> Text,
        leaders -> Text,
        note -> Text,
        cancelled_at -> Nullable<Timestamp>,
        cancel_reason -> Text,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    summer_group_members (group_id, child_id) {
        group_id -> Text,
        child_id -> Text,
        source -> Text,
        joined_at -> Timestamp,
    }
}

diesel::table! {
    summer_sessions (id) {
        id -> Text,
        ward_id -> Text,
        year -> Integer,
        neighborhood_id -> Text,
        group_id -> Nullable<Text>,
        on_date -> Date,
        starts_at -> Text,
        ends_at -> Text,
        place -> Text,
        content -> Text,
        announcement -> Text,
        cancelled_at -> Nullable<Timestamp>,
        cancel_reason -> Text,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    summer_marks (id) {
        id -> Text,
        session_id -> Text,
        child_id -> Text,
        state -> Text,
        note -> Text,
        marked_at -> Timestamp,
        marked_by_id -> Nullable<Text>,
        received_at -> Timestamp,
        is_current -> Bool,
    }
}

diesel::table! {
    summer_opinions (id) {
        id -> Text,
        ward_id -> Text,
        year -> Integer,
        neighborhood_id -> Text,
        child_id -> Text,
        parents -> Text,
        child_says -> Nullable<Text>,
        asked_on -> Date,
        method -> Text,
        note -> Text,
        recorded_by_id -> Nullable<Text>,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    summer_leaves (id) {
        id -> Text,
        ward_id -> Text,
        neighborhood_id -> Text,
        child_id -> Text,
        from_date -> Date,
        to_date -> Date,
        reason -> Text,
        asked_by -> Text,
        recorded_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        cancelled_at -> Nullable<Timestamp>,
        cancel_reason -> Text,
        version -> Integer,
    }
}

diesel::table! {
    injuries (id) {
        id -> Text,
        ward_id -> Text,
        child_id -> Nullable<Text>,
        unit_id -> Nullable<Text>,
        neighborhood_id -> Nullable<Text>,
        school_id -> Nullable<Text>,
        happened_on -> Date,
        at_time -> Text,
        kind -> Text,
        place_kind -> Text,
        place -> Text,
        outcome -> Text,
        supervision -> Text,
        description -> Text,
        water -> Text,
        sex -> Text,
        age -> Integer,
        recorded_by_id -> Nullable<Text>,
        cancelled_at -> Nullable<Timestamp>,
        cancel_reason -> Text,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    concerns (id) {
        id -> Text,
        ward_id -> Text,
        code -> Text,
        year -> Integer,
        number -> Integer,
        received_at -> Timestamp,
        told_at -> Nullable<Timestamp>,
        known_at -> Timestamp,
        received_via -> Text,
        subject_kind -> Text,
        danger_level -> Text,
        status -> Text,
        is_public -> Bool,
        is_suspect -> Bool,
        created_by_id -> Nullable<Text>,
        unit_id -> Nullable<Text>,
        neighborhood_id -> Nullable<Text>,
        content -> Text,
        reporter -> Text,
        follow_up_index -> Nullable<Text>,
        decision -> Nullable<Text>,
        screening -> Text,
        screened_by_id -> Nullable<Text>,
        screened_at -> Nullable<Timestamp>,
        confirmed_by_id -> Nullable<Text>,
        confirmed_at -> Nullable<Timestamp>,
        duplicate_of_id -> Nullable<Text>,
        referred_unit_id -> Nullable<Text>,
        case_id -> Nullable<Text>,
        told_step -> Integer,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    cases (id) {
        id -> Text,
        ward_id -> Text,
        code -> Text,
        year -> Integer,
        number -> Integer,
        concern_id -> Nullable<Text>,
        child_index -> Nullable<Text>,
        content -> Text,
        received_at -> Timestamp,
        known_at -> Timestamp,
        opened_at -> Timestamp,
        opened_by_id -> Nullable<Text>,
        danger_level -> Text,
        protection_level -> Text,
        status -> Text,
        round -> Integer,
        file_round -> Integer,
        police_passed_at -> Nullable<Timestamp>,
        closing_kind -> Nullable<Text>,
        closing_by_id -> Nullable<Text>,
        closing_at -> Nullable<Timestamp>,
        closed_at -> Nullable<Timestamp>,
        closed_by_id -> Nullable<Text>,
        closed_for_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    case_assignees (id) {
        id -> Text,
        case_id -> Text,
        user_id -> Text,
        added_by_id -> Nullable<Text>,
        added_at -> Timestamp,
        removed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    case_deadlines (id) {
        id -> Text,
        ward_id -> Text,
        case_id -> Text,
        round -> Integer,
        kind -> Text,
        starts_at -> Timestamp,
        due_at -> Timestamp,
        working_days -> Nullable<Integer>,
        met_at -> Nullable<Timestamp>,
        cancelled_at -> Nullable<Timestamp>,
        told_step -> Integer,
    }
}

diesel::table! {
    case_forms (id) {
        id -> Text,
        case_id -> Text,
        round -> Integer,
        kind -> Text,
        content -> Text,
        completed_at -> Nullable<Timestamp>,
        completed_by_id -> Nullable<Text>,
        completed_for_id -> Nullable<Text>,
        updated_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    case_entries (id) {
        id -> Text,
        case_id -> Text,
        at -> Timestamp,
        by_user_id -> Nullable<Text>,
        unit_id -> Nullable<Text>,
        kind -> Text,
        part -> Text,
        content -> Text,
    }
}

diesel::table! {
    case_measures (id) {
        id -> Text,
        case_id -> Text,
        round -> Integer,
        kind -> Text,
        starts_at -> Timestamp,
        ends_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        content -> Text,
        decided_by_id -> Nullable<Text>,
        decided_for_id -> Nullable<Text>,
        created_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    case_referrals (id) {
        id -> Text,
        ward_id -> Text,
        case_id -> Text,
        service -> Text,
        to_unit_id -> Nullable<Text>,
        content -> Text,
        status -> Text,
        sent_by_id -> Nullable<Text>,
        sent_at -> Timestamp,
        answer_due_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
        answered_by_id -> Nullable<Text>,
        done_at -> Nullable<Timestamp>,
        revoked_at -> Nullable<Timestamp>,
        told_at -> Nullable<Timestamp>,
        link_index -> Nullable<Text>,
        link_expires_at -> Nullable<Timestamp>,
        version -> Integer,
    }
}

diesel::table! {
    case_files (id) {
        id -> Text,
        case_id -> Text,
        part -> Text,
        content -> Text,
        added_by_id -> Nullable<Text>,
        added_at -> Timestamp,
        removed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    case_glass (id) {
        id -> Text,
        ward_id -> Text,
        case_id -> Text,
        user_id -> Text,
        content -> Text,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        reviewed_by_id -> Nullable<Text>,
        reviewed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    case_secrets (case_id) {
        case_id -> Text,
        content -> Text,
        updated_by_id -> Nullable<Text>,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    case_secret_readers (case_id, user_id) {
        case_id -> Text,
        user_id -> Text,
        added_by_id -> Nullable<Text>,
        added_at -> Timestamp,
    }
}

diesel::table! {
    events (id) {
        id -> Text,
        ward_id -> Text,
        series_id -> Nullable<Text>,
        title -> Text,
        search_key -> Text,
        kind -> Text,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        place -> Text,
        point -> Text,
        neighborhood_id -> Nullable<Text>,
        lead_unit_id -> Text,
        created_unit_id -> Nullable<Text>,
        section_id -> Nullable<Text>,
        task_id -> Nullable<Text>,
        status -> Text,
        status_reason -> Text,
        details -> Text,
        conditions -> Text,
        expected_children -> Integer,
        expected_adults -> Integer,
        actual_children -> Nullable<Integer>,
        actual_adults -> Nullable<Integer>,
        budget -> Text,
        outcome -> Text,
        is_public -> Bool,
        safety_plan_required -> Bool,
        approval -> Text,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    public_notes (id) {
        id -> Text,
        ward_id -> Text,
        kind -> Text,
        title -> Text,
        body -> Text,
        reply -> Text,
        consent_given -> Bool,
        consent_how -> Text,
        position -> Integer,
        is_shown -> Bool,
        starts_on -> Nullable<Date>,
        ends_on -> Nullable<Date>,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    event_units (event_id, unit_id) {
        event_id -> Text,
        unit_id -> Text,
    }
}

diesel::table! {
    safety_plans (id) {
        id -> Text,
        ward_id -> Text,
        event_id -> Text,
        status -> Text,
        items -> Text,
        risks -> Text,
        officers -> Text,
        note -> Text,
        return_reason -> Text,
        decision_number -> Text,
        decision_date -> Nullable<Date>,
        covers -> Text,
        drafted_by_id -> Nullable<Text>,
        drafted_at -> Nullable<Timestamp>,
        decided_by_id -> Nullable<Text>,
        decided_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    calendar_feeds (user_id) {
        user_id -> Text,
        token_index -> Text,
        only_own -> Bool,
        created_at -> Timestamp,
        read_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    communication_campaigns (id) {
        id -> Text,
        ward_id -> Text,
        plan_id -> Nullable<Text>,
        name -> Text,
        theme -> Text,
        starts_on -> Date,
        ends_on -> Date,
        note -> Text,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    communications (id) {
        id -> Text,
        ward_id -> Text,
        campaign_id -> Nullable<Text>,
        channel -> Text,
        title -> Text,
        search_key -> Text,
        body -> Text,
        reader -> Text,
        status -> Text,
        status_reason -> Text,
        is_released -> Bool,
        starts_on -> Date,
        ends_on -> Date,
        schedule -> Text,
        places -> Text,
        link -> Text,
        copies -> Nullable<Integer>,
        lead_unit_id -> Text,
        section_id -> Nullable<Text>,
        task_id -> Nullable<Text>,
        event_id -> Nullable<Text>,
        created_unit_id -> Text,
        created_by_id -> Nullable<Text>,
        approved_by_id -> Nullable<Text>,
        approved_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    communication_units (communication_id, unit_id) {
        communication_id -> Text,
        unit_id -> Text,
        planned -> Integer,
        reports -> Integer,
        times -> Integer,
        last_on -> Nullable<Date>,
    }
}

diesel::table! {
    communication_reports (id) {
        id -> Text,
        communication_id -> Text,
        unit_id -> Text,
        done_on -> Date,
        times -> Integer,
        note -> Text,
        link -> Text,
        by_user_id -> Nullable<Text>,
        at -> Timestamp,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    event_registrations (event_id, child_id) {
        event_id -> Text,
        child_id -> Text,
        status -> Text,
        unit_id -> Nullable<Text>,
        registered_by_id -> Nullable<Text>,
        registered_at -> Timestamp,
        place -> Integer,
        cancelled_at -> Nullable<Timestamp>,
        cancelled_by -> Nullable<Text>,
        cancel_reason -> Text,
    }
}

diesel::table! {
    event_opinions (event_id, child_id) {
        event_id -> Text,
        child_id -> Text,
        parents -> Text,
        child_says -> Nullable<Text>,
        asked_on -> Date,
        method -> Text,
        note -> Text,
        recorded_by_id -> Nullable<Text>,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    event_helpers (id) {
        id -> Text,
        ward_id -> Text,
        unit_id -> Text,
        full_name -> Text,
        sort_key -> Text,
        phone -> Nullable<Text>,
        skills -> Text,
        vetted_on -> Nullable<Date>,
        vetting_expires_on -> Nullable<Date>,
        note -> Text,
        archived_at -> Nullable<Timestamp>,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    event_duties (event_id, helper_id) {
        event_id -> Text,
        helper_id -> Text,
        duty -> Text,
        assigned_by_id -> Nullable<Text>,
        assigned_at -> Timestamp,
    }
}

diesel::table! {
    event_grants (id) {
        id -> Text,
        ward_id -> Text,
        event_id -> Text,
        helper_id -> Text,
        token_index -> Text,
        until_at -> Timestamp,
        uses -> Integer,
        last_used_at -> Nullable<Timestamp>,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
        revoked_by_id -> Nullable<Text>,
    }
}

diesel::table! {
    event_marks (id) {
        id -> Text,
        event_id -> Text,
        child_id -> Text,
        kind -> Text,
        note -> Text,
        marked_at -> Timestamp,
        marked_by_id -> Nullable<Text>,
        grant_id -> Nullable<Text>,
        received_at -> Timestamp,
        is_current -> Bool,
    }
}

diesel::table! {
    event_headcounts (id) {
        id -> Text,
        event_id -> Text,
        counted -> Integer,
        expected -> Integer,
        note -> Text,
        counted_by_id -> Nullable<Text>,
        grant_id -> Nullable<Text>,
        counted_at -> Timestamp,
    }
}

diesel::table! {
    reports (id) {
        id -> Text,
        ward_id -> Text,
        unit_id -> Nullable<Text>,
        subject_id -> Text,
        plan_id -> Text,
        kind -> Text,
        title -> Text,
        year -> Integer,
        period_from -> Date,
        period_to -> Date,
        due_on -> Nullable<Date>,
        status -> Text,
        revision -> Integer,
        sent_revision -> Nullable<Integer>,
        sent_status -> Nullable<Text>,
        sent_title -> Nullable<Text>,
        head -> Text,
        sections -> Text,
        numbers -> Text,
        reason -> Text,
        submitted_by_id -> Nullable<Text>,
        submitted_at -> Nullable<Timestamp>,
        approved_by_id -> Nullable<Text>,
        approved_for_id -> Nullable<Text>,
        approved_at -> Nullable<Timestamp>,
        sent_at -> Nullable<Timestamp>,
        acknowledged_at -> Nullable<Timestamp>,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    report_revisions (report_id, revision) {
        report_id -> Text,
        revision -> Integer,
        head -> Text,
        sections -> Text,
        reason -> Text,
        by_user_id -> Nullable<Text>,
        at -> Timestamp,
    }
}

diesel::table! {
    report_values (report_id, revision, code) {
        report_id -> Text,
        revision -> Integer,
        code -> Text,
        position -> Integer,
        figure -> Text,
        value -> Nullable<BigInt>,
        sources -> Text,
    }
}

diesel::table! {
    report_steps (id) {
        id -> Text,
        report_id -> Text,
        revision -> Integer,
        action -> Text,
        note -> Text,
        by_user_id -> Nullable<Text>,
        unit_id -> Nullable<Text>,
        at -> Timestamp,
    }
}

diesel::table! {
    report_reminders (id) {
        id -> Text,
        ward_id -> Text,
        plan_id -> Text,
        kind -> Text,
        period_to -> Date,
        unit_id -> Text,
        sent_by_id -> Nullable<Text>,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    inspections (id) {
        id -> Text,
        ward_id -> Text,
        kind -> Text,
        title -> Text,
        search_key -> Text,
        purpose -> Text,
        plan_id -> Nullable<Text>,
        section_id -> Nullable<Text>,
        starts_on -> Date,
        ends_on -> Date,
        lead_unit_id -> Text,
        members -> Text,
        topics -> Text,
        status -> Text,
        status_reason -> Text,
        conclusion -> Text,
        done_on -> Nullable<Date>,
        done_by_id -> Nullable<Text>,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    inspection_visits (id) {
        id -> Text,
        inspection_id -> Text,
        unit_id -> Text,
        visited_on -> Nullable<Date>,
        begun -> Nullable<Text>,
        ended -> Nullable<Text>,
        place -> Text,
        present -> Text,
        answers -> Text,
        findings -> Text,
        positives -> Text,
        unit_opinion -> Text,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    inspection_recommendations (id) {
        id -> Text,
        ward_id -> Text,
        inspection_id -> Text,
        unit_id -> Text,
        lead_unit_id -> Text,
        number -> Integer,
        text -> Text,
        search_key -> Text,
        made_on -> Date,
        due_on -> Date,
        status -> Text,
        status_reason -> Text,
        fix_note -> Text,
        fixed_at -> Nullable<Timestamp>,
        fixed_by_id -> Nullable<Text>,
        check_note -> Text,
        verified_at -> Nullable<Timestamp>,
        verified_by_id -> Nullable<Text>,
        told_step -> Integer,
        reminded_on -> Nullable<Date>,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    commendation_decisions (id) {
        id -> Text,
        ward_id -> Text,
        number -> Nullable<Integer>,
        title -> Text,
        decided_on -> Date,
        decided_by_id -> Nullable<Text>,
        acting_for_id -> Nullable<Text>,
        created_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    commendations (id) {
        id -> Text,
        ward_id -> Text,
        plan_id -> Nullable<Text>,
        kind -> Text,
        unit_id -> Nullable<Text>,
        name -> Text,
        position -> Text,
        search_key -> Text,
        form -> Text,
        achievement -> Text,
        status -> Text,
        status_reason -> Text,
        decision_id -> Nullable<Text>,
        awarded_on -> Nullable<Date>,
        awarded_at -> Text,
        proposed_on -> Date,
        proposed_unit_id -> Text,
        proposed_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    commendation_tasks (commendation_id, task_id) {
        commendation_id -> Text,
        task_id -> Text,
    }
}

diesel::table! {
    service_accounts (id) {
        id -> Text,
        ward_id -> Nullable<Text>,
        unit_id -> Text,
        name -> Text,
        sort_key -> Text,
        scopes -> Text,
        addresses -> Text,
        secret_hash -> Text,
        old_secret_hash -> Nullable<Text>,
        old_secret_until -> Nullable<Timestamp>,
        expires_on -> Date,
        revoked_at -> Nullable<Timestamp>,
        revoked_reason -> Text,
        last_used_at -> Nullable<Timestamp>,
        last_used_address -> Nullable<Text>,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    webhooks (id) {
        id -> Text,
        ward_id -> Nullable<Text>,
        unit_id -> Text,
        service_account_id -> Nullable<Text>,
        url -> Text,
        events -> Text,
        description -> Text,
        active -> Bool,
        secret -> Text,
        old_secret -> Nullable<Text>,
        old_secret_until -> Nullable<Timestamp>,
        failing_since -> Nullable<Timestamp>,
        switched_off_at -> Nullable<Timestamp>,
        created_by_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    webhook_deliveries (id) {
        id -> Text,
        webhook_id -> Text,
        event -> Text,
        ward_id -> Nullable<Text>,
        row_id -> Text,
        occurred_at -> Timestamp,
        status -> Text,
        tries -> Integer,
        round_tries -> Integer,
        next_try_at -> Timestamp,
        delivered_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    webhook_attempts (id) {
        id -> Text,
        delivery_id -> Text,
        at -> Timestamp,
        status -> Nullable<Integer>,
        reason -> Text,
        duration_ms -> BigInt,
    }
}

diesel::table! {
    breaches (id) {
        id -> Text,
        ward_id -> Text,
        code -> Text,
        year -> Integer,
        number -> Integer,
        discovered_at -> Timestamp,
        due_at -> Timestamp,
        kind -> Text,
        status -> Text,
        data_kinds -> Text,
        people_count -> Nullable<BigInt>,
        children_touched -> Nullable<Bool>,
        harm -> Nullable<Text>,
        content -> Text,
        reported_by_id -> Nullable<Text>,
        assessed_by_id -> Nullable<Text>,
        assessed_at -> Nullable<Timestamp>,
        notified_by_id -> Nullable<Text>,
        notified_at -> Nullable<Timestamp>,
        people_told_by_id -> Nullable<Text>,
        people_told_at -> Nullable<Timestamp>,
        closed_by_id -> Nullable<Text>,
        closed_at -> Nullable<Timestamp>,
        clock_stopped_at -> Nullable<Timestamp>,
        told_step -> Integer,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    breach_measures (id) {
        id -> Text,
        breach_id -> Text,
        done_at -> Timestamp,
        content -> Text,
        recorded_by_id -> Nullable<Text>,
        created_at -> Timestamp,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    wards,
    units,
    unit_history,
    users,
    delegations,
    holidays,
    sessions,
    refresh_tokens,
    recovery_codes,
    saved_filters,
    audit,
    seals,
    idempotency_keys,
    attempts,
    job_leases,
    attachments,
    plans,
    plan_sections,
    tasks,
    task_parts,
    task_updates,
    reminders,
    obstacles,
    notifications,
    mails,
    children,
    child_guardians,
    child_circumstances,
    child_supports,
    child_history,
    child_distinctions,
    child_merges,
    child_imports,
    child_import_drafts,
    child_import_rows,
    child_import_mappings,
    child_consents,
    child_data_requests,
    departures,
    summer_handovers,
    summer_handover_children,
    summer_groups,
    summer_group_members,
    summer_sessions,
    summer_marks,
    summer_opinions,
    summer_leaves,
    injuries,
    concerns,
    cases,
    case_assignees,
    case_deadlines,
    case_forms,
    case_entries,
    case_measures,
    case_referrals,
    case_files,
    case_glass,
    case_secrets,
    case_secret_readers,
    events,
    event_units,
    safety_plans,
    calendar_feeds,
    public_notes,
    communication_campaigns,
    communications,
    communication_units,
    communication_reports,
    event_registrations,
    event_opinions,
    event_helpers,
    event_duties,
    event_grants,
    event_marks,
    event_headcounts,
    reports,
    report_revisions,
    report_values,
    report_steps,
    report_reminders,
    inspections,
    inspection_visits,
    inspection_recommendations,
    commendation_decisions,
    commendations,
    commendation_tasks,
    service_accounts,
    webhooks,
    webhook_deliveries,
    webhook_attempts,
    breaches,
    breach_measures,
);
