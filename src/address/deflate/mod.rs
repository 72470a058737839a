//! Deflate (RFC 1951), as small as an address needs it: `miniz_oxide` would
//! add 14 KB to the 320 KB that the whole page may weigh. In the tests it
//! stands for the rest of the world. [`pack`] uses the fixed code only; [`unpack`] reads whatever is Deflate.

mod pack;
mod unpack;

pub(super) use pack::pack;
pub(super) use unpack::{UnpackError, unpack};

/// The symbol that ends a block.
const END_OF_BLOCK: u16 = 256;

/// The symbols of lengths follow that of the block's end.
const FIRST_LENGTH: u16 = 257;

/// Least value and number of further bits, for each symbol of a length.
#[rustfmt::skip]
const LENGTHS: [(u16, u8); 29] = [
    (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0),
    (11, 1), (13, 1), (15, 1), (17, 1), (19, 2), (23, 2), (27, 2), (31, 2),
    (35, 3), (43, 3), (51, 3), (59, 3), (67, 4), (83, 4), (99, 4), (115, 4),
    (131, 5), (163, 5), (195, 5), (227, 5), (258, 0),
];

/// Least value and number of further bits, for each symbol of a distance.
#[rustfmt::skip]
const DISTANCES: [(u16, u8); 30] = [
    (1, 0), (2, 0), (3, 0), (4, 0), (5, 1), (7, 1), (9, 2), (13, 2),
    (17, 3), (25, 3), (33, 4), (49, 4), (65, 5), (97, 5), (129, 6), (193, 6),
    (257, 7), (385, 7), (513, 8), (769, 8), (1025, 9), (1537, 9),
    (2049, 10), (3073, 10), (4097, 11), (6145, 11), (8193, 12), (12289, 12),
    (16385, 13), (24577, 13),
];

/// Bits of the code of each literal and length, in the fixed code.
fn fixed_code_lengths() -> [u8; 288] {
    let mut lengths = [8; 288];
    lengths[144..256].fill(9);
    lengths[256..280].fill(7);
    lengths
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::compress_to_vec;
    use miniz_oxide::inflate::decompress_to_vec;

    use super::*;

    const LIMIT: usize = 1 << 20;

    fn samples() -> Vec<Vec<u8>> {
        let mut noise = 7_u32;
        let mut byte = || {
            noise = noise.wrapping_mul(1664525).wrapping_add(1013904223);
            (noise >> 24) as u8
        };
        let program = crate::lesson::Program::WholeFile.source();
        vec![
            Vec::new(),
            b"a".to_vec(),
            program.as_bytes().to_vec(),
            program.repeat(40).into_bytes(),
            vec![b'x'; 70_000],
            (0..70_000).map(|_| byte()).collect(),
            (0..70_000).map(|_| byte() % 3).collect(),
            (0..=255).collect(),
        ]
    }

    #[test]
    fn others_read_what_we_pack() {
        for sample in samples() {
            let theirs = decompress_to_vec(&pack(&sample));
            assert_eq!(theirs.expect("it is Deflate"), sample);
        }
    }

    #[test]
    fn we_read_what_others_pack() {
        for sample in samples() {
            // Stored, fixed and dynamic blocks.
            for level in [0, 1, 6, 9] {
                let packed = compress_to_vec(&sample, level);
                assert_eq!(unpack(&packed, LIMIT).as_deref(), Ok(&*sample));
            }
            assert_eq!(unpack(&pack(&sample), LIMIT).as_deref(), Ok(&*sample));
        }
    }

    #[test]
    fn a_program_becomes_much_shorter() {
        let program = crate::lesson::Program::WholeFile.source();
        let best = compress_to_vec(program.as_bytes(), 9).len();
        let ours = pack(program.as_bytes()).len();
        assert!(ours * 9 < program.len() * 5, "{ours} of {}", program.len());
        assert!(ours * 4 < best * 5, "{ours}, at best {best}");
    }

    #[test]
    fn what_unfolds_too_far_is_refused_in_time() {
        let bomb = compress_to_vec(&vec![0; 4 << 20], 9);
        assert_eq!(unpack(&bomb, LIMIT), Err(UnpackError::TooLong));
        assert_eq!(unpack(&bomb, 4 << 20).map(|bytes| bytes.len()), Ok(4 << 20));
    }

    #[test]
    fn damage_anywhere_does_no_harm() {
        let program = crate::lesson::Program::Concurrent.source();
        for packed in [
            pack(program.as_bytes()),
            compress_to_vec(program.as_bytes(), 9),
        ] {
            for place in 0..packed.len() {
                assert_eq!(unpack(&packed[..place], LIMIT), Err(UnpackError::Damaged));
                let mut changed = packed.clone();
                changed[place] ^= 1 << (place % 8);
                // We are the stricter: nothing may stand behind the end.
                if let Ok(ours) = unpack(&changed, LIMIT) {
                    let theirs = decompress_to_vec(&changed);
                    assert_eq!(theirs.expect("it is Deflate"), ours, "byte {place}");
                }
            }
        }
    }
}
