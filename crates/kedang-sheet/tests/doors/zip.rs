//! Packages written by hand, honest and not.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// A part as it goes into a package.
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) body: Vec<u8>,
    /// What the directory says of its size; `None` is the truth.
    pub(crate) said: Option<u32>,
}

pub(crate) fn part(name: &str, body: impl Into<Vec<u8>>) -> Part {
    Part {
        name: name.to_owned(),
        body: body.into(),
        said: None,
    }
}

fn shorts(out: &mut Vec<u8>, values: &[u16]) {
    values.iter().for_each(|v| out.extend(v.to_le_bytes()));
}

fn longs(out: &mut Vec<u8>, values: &[u32]) {
    values.iter().for_each(|v| out.extend(v.to_le_bytes()));
}

pub(crate) fn zip(parts: &[Part]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for part in parts {
        // Pictures stand for bombs here and are packed as tightly as it goes.
        let level = if part.name.contains("media") {
            Compression::best()
        } else {
            Compression::fast()
        };
        let mut pack = DeflateEncoder::new(Vec::new(), level);
        pack.write_all(&part.body).expect("packed");
        let packed = pack.finish().expect("packed");
        let mut crc = flate2::Crc::new();
        crc.update(&part.body);
        let size = part.said.unwrap_or(part.body.len() as u32);
        let mut head = Vec::new();
        shorts(&mut head, &[20, 0, 8, 0, 0]);
        longs(&mut head, &[crc.sum(), packed.len() as u32, size]);
        shorts(&mut head, &[part.name.len() as u16, 0]);
        let at = out.len() as u32;
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(part.name.as_bytes());
        out.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        shorts(&mut directory, &[0, 0, 0]);
        longs(&mut directory, &[0, at]);
        directory.extend(part.name.as_bytes());
    }
    let at = out.len() as u32;
    out.extend(&directory);
    out.extend(b"PK\x05\x06");
    shorts(&mut out, &[0, 0, parts.len() as u16, parts.len() as u16]);
    longs(&mut out, &[directory.len() as u32, at]);
    shorts(&mut out, &[0]);
    out
}

/// A workbook of one sheet and some more parts.
pub(crate) fn workbook(sheet: impl Into<Vec<u8>>, more: Vec<Part>) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" \
             Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>\
         <sheet name=\"客户\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let mut parts = vec![
        part("[Content_Types].xml", "<Types/>"),
        part("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        part("xl/workbook.xml", book),
        part(
            "xl/_rels/workbook.xml.rels",
            relation("worksheet", "worksheets/sheet1.xml"),
        ),
        part("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.extend(more);
    zip(&parts)
}

/// A sheet with these rows.
pub(crate) fn sheet(rows: &str) -> String {
    format!(
        "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>"
    )
}
