//! Files that are no tables and large: they end quickly, in little memory, with a fault.

use std::fs::File;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;

use super::{COURSES, folder, read};
use crate::extract::Extract;
use crate::extract::faults::FaultKind;
use crate::extract::rows::Line;
use crate::extract::source::Stop;
use crate::extract::text_file::{Encoding, each_record_of, find_encoding};

const TWO_GIGABYTES: u64 = 2 << 30;

/// Counts what was read of it.
struct Counted<R>(R, u64);

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(buffer)?;
        self.1 += read as u64;
        Ok(read)
    }
}

fn stops(text: impl Read, encoding: Encoding) -> (Result<(), Stop>, Line) {
    let mut rows = 0;
    let mut counted = Counted(text, 0);
    let result = each_record_of(&mut counted, encoding, &|_| {}, &mut |_, _| {
        rows += 1;
        ControlFlow::Continue(())
    });
    assert!(counted.1 < 4 << 20, "{} bytes were read", counted.1);
    (result, rows)
}

#[test]
fn a_line_without_an_end() {
    for encoding in [Encoding::Utf8, Encoding::Windows1252] {
        let text = b"Enhed;Type\n".chain(io::repeat(b'a').take(TWO_GIGABYTES));
        assert_eq!(stops(text, encoding), (Err(Stop::at(2, FaultKind::RowTooLong)), 1));
        let fields = b"Enhed;Type\n".chain(io::repeat(b';').take(TWO_GIGABYTES));
        assert_eq!(stops(fields, encoding), (Err(Stop::at(2, FaultKind::RowTooLong)), 1));
    }
    let mut text = Counted(io::repeat(b'a').take(TWO_GIGABYTES), 0);
    assert_eq!(find_encoding(&mut text), Ok(Encoding::Utf8));
    assert!(text.1 < 4 << 20);
}

#[test]
fn a_quotation_without_an_end() {
    let text = b"Enhed;Type\nA;intern\n\"B".chain(Lines.take(TWO_GIGABYTES));
    assert_eq!(stops(text, Encoding::Utf8), (Err(Stop::at(3, FaultKind::RowTooLong)), 2));
}

/// Short lines without end.
struct Lines;

impl Read for Lines {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        for (at, byte) in buffer.iter_mut().enumerate() {
            *byte = if at.is_multiple_of(64) { b'\n' } else { b'x' };
        }
        Ok(buffer.len())
    }
}

#[test]
fn a_sparse_file_and_one_long_line_on_the_disk() {
    let folder = folder(&[("forloeb.csv", COURSES.as_bytes())]);
    File::create(folder.path().join("enheder.csv")).unwrap().set_len(TWO_GIGABYTES).unwrap();
    let mut long = File::create(folder.path().join("priser.csv")).unwrap();
    long.write_all(b"Enhed;Gyldig fra;Timepris\n\n").unwrap();
    let megabyte = vec![b'x'; 1 << 20];
    for _ in 0..100 {
        long.write_all(&megabyte).unwrap();
    }
    let all = read(&Extract::open(folder.path()).unwrap());
    assert_eq!(
        all.faults,
        [
            "enheder.csv: the file is not a text file",
            "priser.csv:2: the row takes more than 1 MiB; is a quotation mark not closed?",
        ]
    );
}
