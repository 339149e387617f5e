//! A screen as an SVG picture, for the README.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use senryaku::text::wrap::width;

const CELL: (f32, f32) = (9.0, 19.0);
const GROUND: &str = "#16181d";
const TEXT: &str = "#d4d4d4";

/// Draws every cell where it stands, so that no font can shift the columns.
pub(crate) fn svg(buffer: &Buffer, title: &str) -> String {
    let (cells_x, cells_y) = (f32::from(buffer.area.width), f32::from(buffer.area.height));
    let (wide, high) = (cells_x * CELL.0 + 24.0, cells_y * CELL.1 + 24.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" \
         height=\"{high}\" role=\"img\" aria-label=\"{title}\">\n<style>text{{font-family:'DejaVu Sans \
         Mono',Menlo,Consolas,'Noto Sans Mono CJK JP','Noto Sans CJK \
         JP',monospace;font-size:14.5px;white-space:pre}}</style>\n<rect width=\"100%\" height=\"100%\" \
         rx=\"8\" fill=\"{}\"/>\n",
        ground_of(buffer)
    );
    for y in 0..buffer.area.height {
        row(buffer, y, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

fn ground_of(buffer: &Buffer) -> String {
    buffer
        .content()
        .last()
        .map_or_else(|| GROUND.to_owned(), |cell| hex(cell.bg, GROUND))
}

fn row(buffer: &Buffer, y: u16, out: &mut String) {
    let ground = ground_of(buffer);
    let mut x = 0;
    while x < buffer.area.width {
        let first = &buffer[(x, y)];
        let (fg, bg) = colours(first, &ground);
        let start = x;
        let mut text = String::new();
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            if colours(cell, &ground) != (fg.clone(), bg.clone()) || cell.modifier != first.modifier
            {
                break;
            }
            text.push_str(cell.symbol());
            x += (width(cell.symbol()) as u16).max(1);
        }
        let (left, top) = (
            12.0 + f32::from(start) * CELL.0,
            12.0 + f32::from(y) * CELL.1,
        );
        let cells = f32::from(x - start) * CELL.0;
        if bg != ground {
            let _ = writeln!(
                out,
                "<rect x=\"{left}\" y=\"{top}\" width=\"{cells}\" height=\"{}\" fill=\"{bg}\"/>",
                CELL.1
            );
        }
        let blanks = text.chars().take_while(|each| *each == ' ').count();
        let text = text.trim();
        if !text.is_empty() {
            let left = left + blanks as f32 * CELL.0;
            let cells = width(text) as f32 * CELL.0;
            let _ = writeln!(
                out,
                "<text x=\"{left}\" y=\"{}\" textLength=\"{cells}\" lengthAdjust=\"spacing\" \
                 xml:space=\"preserve\" fill=\"{fg}\"{}>{}</text>",
                top + 14.0,
                weight(first.modifier),
                escaped(text)
            );
        }
    }
}

fn colours(cell: &Cell, ground: &str) -> (String, String) {
    let (fg, bg) = (hex(cell.fg, TEXT), hex(cell.bg, ground));
    let fg = if cell.modifier.contains(Modifier::DIM) {
        mixed(&fg, &bg)
    } else {
        fg
    };
    if cell.modifier.contains(Modifier::REVERSED) {
        (bg, fg)
    } else {
        (fg, bg)
    }
}

fn weight(modifier: Modifier) -> String {
    let mut style = String::new();
    if modifier.contains(Modifier::BOLD) {
        style.push_str(" font-weight=\"bold\"");
    }
    if modifier.contains(Modifier::ITALIC) {
        style.push_str(" font-style=\"italic\"");
    }
    if modifier.contains(Modifier::UNDERLINED) {
        style.push_str(" text-decoration=\"underline\"");
    }
    style
}

fn hex(color: Color, default: &str) -> String {
    let named = match color {
        Color::Rgb(red, green, blue) => return format!("#{red:02x}{green:02x}{blue:02x}"),
        Color::Black => "#1d1f21",
        Color::Red => "#cc4d4d",
        Color::Green => "#5f9e5f",
        Color::Yellow => "#c79a3b",
        Color::Blue => "#5f87d7",
        Color::Magenta => "#a96bbf",
        Color::Cyan => "#4fa6a6",
        Color::Gray => "#c5c8c6",
        Color::DarkGray => "#767676",
        Color::LightRed => "#f07178",
        Color::LightGreen => "#98c379",
        Color::LightYellow => "#e5c07b",
        Color::LightBlue => "#82aaff",
        Color::LightMagenta => "#c792ea",
        Color::LightCyan => "#89ddff",
        Color::White => "#ffffff",
        _ => default,
    };
    named.to_owned()
}

/// Two thirds of one colour and one third of another.
fn mixed(front: &str, back: &str) -> String {
    let channel = |text: &str, at: usize| u32::from_str_radix(&text[at..at + 2], 16).unwrap_or(0);
    let mix = |at| (channel(front, at) * 2 + channel(back, at)) / 3;
    format!("#{:02x}{:02x}{:02x}", mix(1), mix(3), mix(5))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
