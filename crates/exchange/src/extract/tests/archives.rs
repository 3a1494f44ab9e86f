//! Zip files, good and bad.

use std::io::{Cursor, Write};
use std::path::PathBuf;

use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{COURSES, folder, read};
use crate::extract::{Extract, OpenError, archive};

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn stored(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = folder(&[("udtræk.zip", bytes)]);
    let path = folder.path().join("udtræk.zip");
    (folder, path)
}

fn open(bytes: &[u8]) -> Result<Extract, OpenError> {
    let (_folder, path) = stored(bytes);
    Extract::open(&path)
}

#[test]
fn files_at_the_top_or_in_one_folder() {
    for at in ["", "udtræk/"] {
        let names = [format!("{at}Forloeb.csv"), format!("{at}læs mig.txt"), format!("__MACOSX/{at}._forloeb.csv")];
        let extract = open(&zip(&[(&names[0], COURSES), (&names[1], "x"), (&names[2], "x")])).unwrap();
        let all = read(&extract);
        assert_eq!(all.faults, [""; 0]);
        assert_eq!(all.notes, ["læs mig.txt: the file is no table of the import format and is not read"]);
        assert_eq!(all.tables.courses.len(), 1);
    }
}

#[test]
fn what_leads_out_of_the_folder_is_not_unpacked() {
    assert!(matches!(open(&zip(&[("../forloeb.csv", COURSES)])), Err(OpenError::UnsafeName(_))));
    let two = zip(&[("a/forloeb.csv", COURSES), ("b/enheder.csv", "x")]);
    assert!(matches!(open(&two), Err(OpenError::SeveralFolders(_))));
}

#[test]
fn a_zip_has_a_largest_size() {
    let (_folder, path) = stored(&zip(&[("forloeb.csv", &"x".repeat(5_000_000))]));
    assert!(matches!(archive::unpack(&path, 1_000_000), Err(OpenError::TooLarge { limit: 1_000_000, .. })));
    assert!(archive::unpack(&path, 5_000_000).is_ok());
}

#[test]
fn an_encrypted_a_broken_and_no_zip() {
    let good = zip(&[("forloeb.csv", COURSES)]);
    let mut encrypted = good.clone();
    encrypted[6] |= 1;
    let central = good.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    encrypted[central + 8] |= 1;
    assert!(matches!(open(&encrypted), Err(OpenError::Encrypted(_))));
    assert!(matches!(open(&good[..good.len() / 2]), Err(OpenError::Damaged { .. })));
    let mut altered = good.clone();
    altered[45] ^= 0xff;
    assert!(matches!(open(&altered), Err(OpenError::Damaged { .. })));
    assert!(matches!(open(b"Sagsnr;CPR"), Err(OpenError::NeitherFolderNorZip(_))));
    assert!(matches!(Extract::open("findes/ikke".as_ref()), Err(OpenError::Unreadable { .. })));
}
