use super::ActivityCard;

/// Cards, front and back.
pub fn activity_cards(cards: &[ActivityCard]) -> Vec<u8> {
    let _ = cards;
    Vec::new()
}
