//! Faces: the one built in, and what the machine has for rarer characters.
//!
//! Horizontal Chinese, Latin and digits need no shaper: the character map and the advance widths
//! are all there is to know. Arabic, Thai and the like are therefore drawn unjoined.

use std::sync::OnceLock;

use krilla::text::{Font, GlyphId};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider, charmap::Charmap};

use crate::PaperFault;

/// Noto Sans SC, regular, whole: cuts to GB 2312 lack 喆 堃 玥 镕, which stand in people's names.
static NOTO: &[u8] = include_bytes!("../../../web/font/NotoSansSC-Regular.ttf");

/// Where machines keep faces with more hanzi, best first, and which face of the file.
const KNOWN: [(&str, u32); 9] = [
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", 2),
    (
        "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
        2,
    ),
    ("/usr/share/fonts/truetype/hanazono/HanaMinA.ttf", 0),
    ("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf", 0),
    ("/usr/share/fonts/hanazono/HanaMinB.ttf", 0),
    ("C:\\Windows\\Fonts\\simsunb.ttf", 0),
    ("C:\\Windows\\Fonts\\SimsunExtG.ttf", 0),
    ("/System/Library/Fonts/PingFang.ttc", 0),
];

/// One face.
pub(crate) struct Face {
    /// As the PDF takes it.
    pub(crate) pdf: Font,
    map: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    em: f32,
}

impl Face {
    fn new(bytes: &'static [u8], index: u32) -> Option<Self> {
        let font = FontRef::from_index(bytes, index).ok()?;
        let pdf = Font::new(bytes.into(), index)?;
        let em = pdf.units_per_em();
        Some(Self {
            map: font.charmap(),
            metrics: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            em,
            pdf,
        })
    }

    /// A face of the machine. Its file stays in memory as long as the program runs, once.
    fn of_machine(path: &str, index: u32) -> Option<Self> {
        let bytes = std::fs::read(path).ok()?;
        Self::new(bytes.leak(), index)
    }

    fn glyph(&self, c: char) -> Option<(GlyphId, f32)> {
        let id = self.map.map(c).filter(|id| id.to_u32() != 0)?;
        let advance = self.metrics.advance_width(id)?;
        Some((GlyphId::new(id.to_u32()), advance / self.em))
    }
}

/// Where a character is drawn from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Placed {
    /// Which face.
    pub(crate) face: usize,
    /// Its glyph.
    pub(crate) id: GlyphId,
    /// Its width in ems.
    pub(crate) advance: f32,
    /// Whether no face has it and a box stands in its place.
    pub(crate) missing: bool,
}

/// The faces, opened once and shared by all threads.
pub struct Fonts {
    base: Face,
    frame: (GlyphId, f32),
    more: OnceLock<Vec<Face>>,
    known: &'static [(&'static str, u32)],
}

impl Fonts {
    /// Opens the built-in face. Those of the machine are opened when the first character asks that
    /// it lacks: some 20 MB that most never need.
    ///
    /// # Errors
    /// [`PaperFault::Font`].
    pub fn open() -> Result<Self, PaperFault> {
        Self::with(&KNOWN)
    }

    /// The built-in face alone, the same on every machine: for tests.
    ///
    /// # Errors
    /// [`PaperFault::Font`].
    pub fn alone() -> Result<Self, PaperFault> {
        Self::with(&[])
    }

    fn with(known: &'static [(&'static str, u32)]) -> Result<Self, PaperFault> {
        let base = Face::new(NOTO, 0).ok_or(PaperFault::Font)?;
        let frame = base.glyph('□').ok_or(PaperFault::Font)?;
        Ok(Self {
            base,
            frame,
            more: OnceLock::new(),
            known,
        })
    }

    pub(crate) fn face(&self, nth: usize) -> &Face {
        let more = nth.checked_sub(1).and_then(|nth| self.more().get(nth));
        more.unwrap_or(&self.base)
    }

    fn more(&self) -> &[Face] {
        let open = |(path, index): &(&str, u32)| Face::of_machine(path, *index);
        self.more
            .get_or_init(|| self.known.iter().filter_map(open).collect())
    }

    pub(crate) fn place(&self, c: char) -> Placed {
        if let Some((id, advance)) = self.base.glyph(c) {
            return Placed {
                face: 0,
                id,
                advance,
                missing: false,
            };
        }
        for (nth, face) in self.more().iter().enumerate() {
            if let Some((id, advance)) = face.glyph(c) {
                return Placed {
                    face: nth + 1,
                    id,
                    advance,
                    missing: false,
                };
            }
        }
        let (id, advance) = self.frame;
        Placed {
            face: 0,
            id,
            advance,
            missing: true,
        }
    }
}
