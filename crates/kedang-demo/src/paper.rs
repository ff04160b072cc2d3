//! Papers: the smallest PDF that shows a few lines, in ASCII.

/// A page of A4 with a title and lines below it. What is not ASCII is left out: the built-in
/// letters of a PDF know no hanzi.
pub(crate) fn pdf(title: &str, lines: &[String]) -> Vec<u8> {
    let mut text = format!("BT /F1 18 Tf 72 760 Td ({}) Tj ET\n", clean(title));
    text.push_str("0.6 w 72 748 m 523 748 l S\n");
    for (nth, line) in lines.iter().enumerate() {
        let down = 720_usize.saturating_sub(nth * 22);
        text.push_str(&format!(
            "BT /F1 11 Tf 72 {down} Td ({}) Tj ET\n",
            clean(line)
        ));
    }
    text.push_str("BT /F1 9 Tf 72 60 Td (Made by kedang demo. Not a real document.) Tj ET\n");
    let parts = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}endstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut table = String::from("0000000000 65535 f \n");
    for (nth, part) in parts.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{} 0 obj\n{part}\nendobj\n", nth + 1));
    }
    let (start, count) = (file.len(), parts.len() + 1);
    file.push_str(&format!(
        "xref\n0 {count}\n{table}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    ));
    file.into_bytes()
}

fn clean(line: &str) -> String {
    let keep = |c: &char| (c.is_ascii_graphic() || *c == ' ') && !matches!(c, '(' | ')' | '\\');
    line.chars().filter(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::pdf;

    #[test]
    fn the_table_of_a_pdf_points_at_its_objects() {
        let file =
            String::from_utf8(pdf("Contract", &["No. 1 (draft)".to_owned()])).expect("ascii");
        let xref: usize = file
            .rsplit("startxref\n")
            .next()
            .and_then(|rest| rest.lines().next())
            .and_then(|line| line.parse().ok())
            .expect("a place");
        let table = &file[xref..];
        assert!(table.starts_with("xref\n0 6\n"));
        for (nth, line) in table.lines().skip(3).take(5).enumerate() {
            let at: usize = line[..10].parse().expect("a number");
            assert!(file[at..].starts_with(&format!("{} 0 obj", nth + 1)));
        }
        assert!(file.contains("(No. 1 draft) Tj"));
    }
}
