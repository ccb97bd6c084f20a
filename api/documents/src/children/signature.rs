//! What makes two sheets of one kind: their headings.

use crate::words::identity;

/// The key under which a mapping of columns is remembered: equal for equal headings, whatever their capitals, marks
/// and spaces.
pub fn signature<'a>(headers: impl IntoIterator<Item = &'a str>) -> String {
    // FNV-1a: stable over versions and machines, which the standard library's hashes don't promise.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut count = 0_usize;
    for header in headers {
        count += 1;
        for byte in identity(header).bytes().chain([0x1F]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    format!("h1-{count}-{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter_but_order_does() {
        assert_eq!(signature(["STT", "Họ và tên"]), signature(["stt", "HỌ  VÀ TÊN "]));
        assert_ne!(signature(["STT", "Họ và tên"]), signature(["Họ và tên", "STT"]));
        assert_ne!(signature(["a", "b"]), signature(["a b"]));
    }
}
