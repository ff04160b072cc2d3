//! A picture in its place, as large as it goes and not stretched.

use krilla::geom::{Size, Transform};
use krilla::image::Image;
use krilla::surface::Surface;
use std::sync::Arc;

use super::page::moved;
use crate::PaperFault;
use crate::pages::Place;

pub(super) fn draw(
    surface: &mut Surface<'_>,
    [x, y, width, height]: Place,
    jpeg: &Arc<Vec<u8>>,
) -> Result<(), PaperFault> {
    let image = Image::from_jpeg(jpeg.clone().into(), false).map_err(PaperFault::Picture)?;
    let (wide, tall) = (image.size().0 as f32, image.size().1 as f32);
    let scale = (width / wide).min(height / tall);
    let empty = || PaperFault::Picture("it has no size".to_owned());
    let size = Size::from_wh(wide * scale, tall * scale).ok_or_else(empty)?;
    let left = x + (width - size.width()) / 2.0;
    let top = y + (height - size.height()) / 2.0;
    let place = Transform::from_translate(left, top);
    moved(surface, &place, |s| s.draw_image(image, size));
    Ok(())
}
