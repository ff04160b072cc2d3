//! One file per content, whole or not at all.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use kedang_core::Instant;
use tempfile::TempDir;

use super::{Files, Stored};
use crate::{FileFault, Kind, Limits, Purpose, Sha};

const DOCUMENT: Limits = Limits::of(Purpose::Document);
/// Written then, in seconds and in µs.
const OLD: u64 = 1_000_000;
const YOUNGER: Instant = Instant(1_000_000_000_001);
const NEVER: Instant = Instant(i64::MAX);

fn store() -> (TempDir, Files) {
    let folder = TempDir::new().unwrap();
    let files = Files::open(&folder.path().join("files")).unwrap();
    (folder, files)
}

fn put(files: &Files, bytes: &[u8]) -> Result<Stored, FileFault> {
    let mut upload = files.begin(DOCUMENT)?;
    for chunk in bytes.chunks(7) {
        upload.write(chunk)?;
    }
    upload.finish()
}

fn age(path: &Path) {
    let file = File::options().write(true).open(path).unwrap();
    file.set_modified(UNIX_EPOCH + Duration::from_secs(OLD))
        .unwrap();
}

fn count(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[test]
fn a_content_is_stored_under_its_hash() {
    let (_folder, files) = store();
    let stored = put(&files, b"abc").unwrap();
    let sha = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(
        stored,
        Stored {
            sha256: Sha::parse(sha).unwrap(),
            size: 3,
            kind: Kind::Text
        }
    );
    assert!(files.root().join("ba").join(&sha[2..]).is_file());
    let mut text = String::new();
    files
        .read(&stored.sha256)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(text, "abc");
    files.verify(&stored.sha256).unwrap();
    assert_eq!(count(&files.pending()), 0);
}

#[test]
fn the_same_content_twice_is_one_file_and_young_again() {
    let (_folder, files) = store();
    let first = put(&files, b"the same").unwrap();
    age(&files.path(&first.sha256));
    let second = put(&files, b"the same").unwrap();
    assert_eq!(first, second);
    assert_eq!(count(&files.shard(&first.sha256)), 1);
    assert_eq!(count(&files.pending()), 0);
    let swept = files.sweep(&|_| false, YOUNGER).unwrap();
    assert_eq!(swept.orphans, 0);
    files.verify(&first.sha256).unwrap();
}

#[test]
fn d01_10_forty_megabytes_are_refused_while_they_come() {
    let (_folder, files) = store();
    let limits = Limits::of(Purpose::Photo);
    let mut upload = files.begin(limits).unwrap();
    let chunk = vec![0xff; 1 << 20];
    let mut taken = 0_u64;
    let fault = loop {
        match upload.write(&chunk) {
            Ok(()) => taken += 1,
            Err(fault) => break fault,
        }
        assert!(taken < 40, "all forty were taken");
    };
    assert_eq!(taken, 20);
    assert!(matches!(
        fault,
        FileFault::TooLarge { limit, found } if limit == 20 << 20 && found == 21 << 20
    ));
    let pending = fs::read_dir(files.pending()).unwrap().next().unwrap();
    let written = pending.unwrap().metadata().unwrap().len();
    assert_eq!(written, 20 << 20, "nothing over the limit reached the disk");
    drop(upload);
    assert_eq!(count(&files.pending()), 0);
}

#[test]
fn a_refused_chunk_can_not_be_passed_over() {
    let (_folder, files) = store();
    let limits = Limits {
        purpose: Purpose::Document,
        bytes: 4,
    };
    limits.admit(4).unwrap();
    let mut upload = files.begin(limits).unwrap();
    upload.write(b"four").unwrap();
    assert_eq!(upload.write(b"!").unwrap_err().code(), "file.too_large");
    assert_eq!(upload.write(b"").unwrap_err().code(), "file.too_large");
    assert_eq!(upload.finish().unwrap_err().code(), "file.too_large");
    assert_eq!(count(files.root()), 1, "only the folder of pending files");
}

#[test]
fn a_refused_kind_leaves_nothing() {
    let (_folder, files) = store();
    for (bytes, code) in [
        (b"MZ\x90\0".as_slice(), "file.program"),
        (b"<html>", "file.active"),
        (b"\0\0\0\0", "file.kind_refused"),
        (b"", "file.empty"),
    ] {
        assert_eq!(put(&files, bytes).unwrap_err().code(), code);
    }
    assert_eq!(count(&files.pending()), 0);
    assert_eq!(count(files.root()), 1);
}

#[test]
fn a_crash_before_the_rename_leaves_a_pending_file_that_the_sweep_removes() {
    let (_folder, files) = store();
    let mut upload = files.begin(DOCUMENT).unwrap();
    upload.write(b"half of it").unwrap();
    // As after a crash: nothing is tidied up.
    std::mem::forget(upload);
    let left: Vec<_> = fs::read_dir(files.pending()).unwrap().collect();
    assert_eq!(left.len(), 1);

    let young = files.sweep(&|_| false, YOUNGER).unwrap();
    assert_eq!(young.pending, 0, "it may still be coming in");
    age(&left[0].as_ref().unwrap().path());
    let old = files.sweep(&|_| false, YOUNGER).unwrap();
    assert_eq!((old.pending, old.orphans, old.bytes), (1, 0, 10));
    assert_eq!(count(&files.pending()), 0);
    assert_eq!(put(&files, b"half of it").unwrap().size, 10);
}

#[test]
fn the_sweep_removes_old_contents_that_nobody_keeps_and_nothing_else() {
    let (_folder, files) = store();
    let kept = put(&files, b"kept").unwrap();
    let orphan = put(&files, b"orphan").unwrap();
    let young = put(&files, b"young").unwrap();
    for old in [&kept, &orphan] {
        age(&files.path(&old.sha256));
    }
    let strange = files.shard(&orphan.sha256).join("notes.txt");
    fs::write(&strange, "not ours").unwrap();
    age(&strange);

    let keep = |id: &str| id == kept.sha256.as_str();
    let swept = files.sweep(&keep, YOUNGER).unwrap();
    assert_eq!((swept.pending, swept.orphans, swept.bytes), (0, 1, 6));
    files.verify(&kept.sha256).unwrap();
    files.verify(&young.sha256).unwrap();
    assert_eq!(
        files.read(&orphan.sha256).unwrap_err().code(),
        "file.missing"
    );
    assert!(strange.is_file());
    let all = files.sweep(&|_| false, NEVER).unwrap();
    assert_eq!(all.orphans, 2);
    assert!(strange.is_file());
}

#[test]
fn damage_is_found_and_healed_by_the_same_content() {
    let (_folder, files) = store();
    let stored = put(&files, b"content").unwrap();
    fs::write(files.path(&stored.sha256), b"c0ntent").unwrap();
    let fault = files.verify(&stored.sha256).unwrap_err();
    assert!(matches!(&fault, FileFault::Damaged { id } if *id == stored.sha256));
    put(&files, b"content").unwrap();
    files.verify(&stored.sha256).unwrap();
    fs::remove_file(files.path(&stored.sha256)).unwrap();
    assert_eq!(
        files.verify(&stored.sha256).unwrap_err().code(),
        "file.missing"
    );
}

#[test]
fn two_uploads_at_once_do_not_meet() {
    let (folder, files) = store();
    let other = Files::open(&folder.path().join("files")).unwrap();
    let (mut a, mut b) = (
        files.begin(DOCUMENT).unwrap(),
        other.begin(DOCUMENT).unwrap(),
    );
    a.write(b"one ").unwrap();
    b.write(b"other").unwrap();
    a.write(b"file").unwrap();
    let (a, b) = (a.finish().unwrap(), b.finish().unwrap());
    assert_ne!(a.sha256, b.sha256);
    files.verify(&a.sha256).unwrap();
    files.verify(&b.sha256).unwrap();
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_what_is_stored() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, files) = store();
    let stored = put(&files, b"health").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&files.path(&stored.sha256)), 0o600);
    assert_eq!(mode(&files.shard(&stored.sha256)), 0o700);
    assert_eq!(mode(files.root()), 0o700);
}
