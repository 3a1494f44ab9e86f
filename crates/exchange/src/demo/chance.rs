//! Seeded chance: a stream of numbers for each thing that is made, so that one more course changes no other.

use fastrand::Rng;

/// What a stream is for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stream {
    Histories = 1,
    People = 2,
    Staff = 3,
    Courses = 4,
    Goals = 5,
    Scores = 6,
    Consents = 7,
    FollowUps = 8,
    Sessions = 9,
    Groups = 10,
    Supervision = 11,
    Economy = 12,
}

/// The stream of the thing with this number. Neighbouring numbers give unrelated streams (the mixing is SplitMix64's,
/// Steele, Lea and Flood 2014).
pub(super) fn stream(seed: u64, of: Stream, number: usize) -> Rng {
    let mut state = seed;
    for part in [of as u64, u64::try_from(number).unwrap_or(u64::MAX)] {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15) ^ part.wrapping_mul(0xD6E8_FEB8_6659_FD93);
        state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        state ^= state >> 31;
    }
    Rng::with_seed(state)
}

/// True in so many cases of a hundred.
pub(super) fn percent(rng: &mut Rng, percent: u32) -> bool {
    rng.u32(0..100) < percent
}

/// One of a list that is not empty.
pub(super) fn pick<'a, T>(rng: &mut Rng, list: &'a [T]) -> &'a T {
    &list[rng.usize(0..list.len())]
}

/// One of a list of weights and things; the weights sum to more than 0.
pub(super) fn weighted<T: Copy>(rng: &mut Rng, list: &[(u32, T)]) -> T {
    let mut left = rng.u32(0..list.iter().map(|(weight, _)| weight).sum());
    for (weight, thing) in list {
        if left < *weight {
            return *thing;
        }
        left -= weight;
    }
    list[0].1
}

/// So many different ones of a list, in its order of chance.
pub(super) fn some_of(rng: &mut Rng, list: &[&str], count: usize) -> Vec<String> {
    rng.choose_multiple(list.iter(), count).into_iter().map(|word| (*word).to_owned()).collect()
}
