//! The organisation as boxes: what stands over others is centred above them, the tie is written on
//! the line between. A row of units too wide for the room is one box with a list in it.

use super::{Organisation, Person, Unit};
use crate::model::{EntryId, Strategy};
use crate::text::wrap;

/// The widest texts in a box, tried one after the other until all boxes fit beside each other.
const WIDTHS: &[usize] = &[44, 36, 30, 26, 22];
/// Between two boxes.
const GAP: usize = 3;
/// So many units of one tie without anything under them are one box.
const MANY: usize = 3;

/// What a stroke is, for its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A line of a box or between boxes.
    Frame,
    /// The name of a unit.
    Name,
    /// The name of a person.
    Person,
    /// A relation, a date, a name in its own language.
    Aside,
}

/// A text at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Cells from the left.
    pub x: usize,
    /// Rows from the top.
    pub y: usize,
    /// What is written.
    pub text: String,
    /// How.
    pub tone: Tone,
}

/// Something in the picture that leads to an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The entry.
    pub id: EntryId,
    /// Cells from the left.
    pub x: usize,
    /// Rows from the top.
    pub y: usize,
    /// Cells across.
    pub width: usize,
    /// Rows down.
    pub height: usize,
    /// Whether it is a box, whose name stands in its second row.
    pub is_box: bool,
}

impl Spot {
    /// The rows of the name.
    pub const fn names(&self) -> std::ops::Range<usize> {
        if self.is_box {
            self.y + 1..self.y + 2
        } else {
            self.y..self.y + self.height
        }
    }

    /// Where the name begins, in cells from the left: a blank inside the frame of a box.
    pub const fn left(&self) -> usize {
        if self.is_box { self.x + 1 } else { self.x }
    }

    /// The cells that show that it is selected.
    pub const fn cells(&self) -> usize {
        if self.is_box {
            self.width.saturating_sub(2)
        } else {
            self.width
        }
    }
}

/// The boxes, drawn. Strokes are in the order of drawing: a later one covers an earlier one.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// Cells across.
    pub width: usize,
    /// Rows down.
    pub height: usize,
    /// What is drawn.
    pub strokes: Vec<Stroke>,
    /// Where it leads, tree by tree: a box before what is in it, that before what is under it.
    pub spots: Vec<Spot>,
}

/// Draws the trees in a width of cells, with box-drawing characters or ASCII; `None` where even a
/// single box has no room, so that the outline is to be drawn.
pub fn boxes(
    organisation: &Organisation,
    strategy: &Strategy,
    width: usize,
    ascii: bool,
) -> Option<Picture> {
    let measure = |cap: usize, grouped: bool| -> Vec<Block> {
        let maker = Maker {
            strategy,
            cap,
            room: width,
            grouped,
        };
        organisation
            .trees
            .iter()
            .map(|tree| maker.block(tree))
            .collect()
    };
    let fits = |blocks: &Vec<Block>| blocks.iter().all(|block| block.width <= width);
    let loose = WIDTHS.iter().map(|cap| measure(*cap, false)).find(fits);
    let blocks = loose.or_else(|| WIDTHS.iter().map(|cap| measure(*cap, true)).find(fits))?;
    let mut pen = Pen {
        picture: Picture {
            width,
            ..Picture::default()
        },
        lines: if ascii { &Lines::ASCII } else { &Lines::BOX },
    };
    let (mut at, mut top, mut tall) = (0, 0, 0);
    let mut bands: Vec<Vec<&Block>> = Vec::new();
    for block in &blocks {
        if at == 0 || at + block.width > width {
            bands.push(Vec::new());
            at = 0;
        }
        at += block.width + GAP;
        bands.last_mut()?.push(block);
    }
    for band in bands {
        let wide = band.iter().map(|block| block.width + GAP).sum::<usize>() - GAP;
        let mut x = width.saturating_sub(wide) / 2;
        for block in band {
            pen.block(block, x, top);
            tall = tall.max(top + block.height);
            x += block.width + GAP;
        }
        top = tall + 1;
    }
    pen.picture.height = tall;
    Some(pen.picture)
}

/// A line in a box.
#[derive(Clone, Debug)]
struct Text {
    indent: usize,
    words: String,
    tone: Tone,
    to: Option<EntryId>,
}

/// A box and what stands under it, measured.
#[derive(Clone, Debug)]
struct Block {
    id: Option<EntryId>,
    /// What is written on the line from the unit above.
    tie: String,
    texts: Vec<Text>,
    box_width: usize,
    width: usize,
    height: usize,
    under: Vec<Self>,
}

impl Block {
    fn new(id: Option<EntryId>, tie: String, texts: Vec<Text>, under: Vec<Self>) -> Self {
        let widest = texts
            .iter()
            .map(|text| text.indent + wrap::width(&text.words));
        let inner = widest.max().unwrap_or(0).max(wrap::width(&tie) + 3);
        let box_width = inner + 4;
        let span = under.iter().map(|block| block.width + GAP).sum::<usize>();
        let deepest = under.iter().map(|block| block.height).max();
        Self {
            id,
            tie,
            box_width,
            width: box_width.max(span.saturating_sub(GAP)),
            height: texts.len() + 2 + deepest.map_or(0, |deepest| deepest + 1),
            texts,
            under,
        }
    }
}

struct Maker<'a> {
    strategy: &'a Strategy,
    cap: usize,
    room: usize,
    /// Whether a row of units that is too wide becomes one box.
    grouped: bool,
}

impl Maker<'_> {
    fn block(&self, unit: &Unit) -> Block {
        let mut under = Vec::new();
        for group in unit.parts.chunk_by(|one, other| one.tie == other.tie) {
            let is_flat = group.iter().all(|part| part.parts.is_empty());
            if group.len() >= MANY && is_flat {
                under.push(self.group(group));
            } else {
                under.extend(group.iter().map(|part| self.block(part)));
            }
        }
        let span: usize = under.iter().map(|block| block.width + GAP).sum();
        if self.grouped && span > self.room + GAP && !unit.parts.is_empty() {
            under = vec![self.group(&unit.parts)];
        }
        let tie = unit.tie.map(super::Tie::words).unwrap_or_default();
        let mut texts = Vec::new();
        self.name(unit, 0, &mut texts);
        self.inside(unit, 0, &mut texts);
        Block::new(Some(unit.id), tie.to_owned(), texts, under)
    }

    /// Units under one tie as a list in one box, with what is under them.
    fn group(&self, units: &[Unit]) -> Block {
        let tie = units.first().and_then(|first| first.tie);
        let alike = units.iter().all(|unit| unit.tie == tie);
        let words = tie.filter(|_| alike).map(super::Tie::words_for_many);
        let tie = format!("{} ({})", words.unwrap_or("under it"), units.len());
        let mut texts = Vec::new();
        for unit in units {
            self.listed(unit, 0, &mut texts);
        }
        Block::new(None, tie, texts, Vec::new())
    }

    fn listed(&self, unit: &Unit, indent: usize, texts: &mut Vec<Text>) {
        self.name(unit, indent, texts);
        self.inside(unit, indent + 2, texts);
        for part in &unit.parts {
            self.listed(part, indent + 2, texts);
        }
    }

    fn name(&self, unit: &Unit, indent: usize, texts: &mut Vec<Text>) {
        let name = &self.strategy.entry(unit.id).name;
        self.write(texts, (indent, name, Tone::Name), Some(unit.id));
    }

    fn inside(&self, unit: &Unit, indent: usize, texts: &mut Vec<Text>) {
        let entry = self.strategy.entry(unit.id);
        if let (0, Some(original)) = (indent, &entry.original) {
            self.write(texts, (indent, original, Tone::Aside), None);
        }
        if !unit.when.is_empty() {
            self.write(texts, (indent, &unit.when, Tone::Aside), None);
        }
        for who in &unit.people {
            self.person(who, indent, texts);
        }
        for (words, to) in &unit.notes {
            self.write(texts, (indent, words, Tone::Aside), Some(*to));
        }
    }

    fn person(&self, who: &Person, indent: usize, texts: &mut Vec<Text>) {
        let line = format!("{:<7} {}", who.label, who.name);
        self.write(texts, (indent, &line, Tone::Person), Some(who.id));
        if let Some(office) = who.office {
            let office = &self.strategy.entry(office).name;
            self.write(texts, (indent + 8, office, Tone::Aside), None);
        }
    }

    fn write(
        &self,
        texts: &mut Vec<Text>,
        (indent, text, tone): (usize, &str, Tone),
        to: Option<EntryId>,
    ) {
        for line in wrap::wrap(text, self.cap.saturating_sub(indent).max(8)) {
            let words = text.get(line).unwrap_or_default().trim_end().to_owned();
            texts.push(Text {
                indent,
                words,
                tone,
                to,
            });
        }
    }
}

/// The characters of boxes.
struct Lines {
    corners: [&'static str; 4],
    across: &'static str,
    down: &'static str,
    /// Down from a box, up from a box.
    joints: [&'static str; 2],
    /// On the line between: left end, right end, down, up, both.
    turns: [&'static str; 5],
}

impl Lines {
    const BOX: Self = Self {
        corners: ["┌", "┐", "└", "┘"],
        across: "─",
        down: "│",
        joints: ["┬", "┴"],
        turns: ["┌", "┐", "┬", "┴", "┼"],
    };
    const ASCII: Self = Self {
        corners: ["+", "+", "+", "+"],
        across: "-",
        down: "|",
        joints: ["+", "+"],
        turns: ["+", "+", "+", "+", "+"],
    };
}

struct Pen {
    picture: Picture,
    lines: &'static Lines,
}

impl Pen {
    fn put(&mut self, x: usize, y: usize, text: &str, tone: Tone) {
        let text = text.to_owned();
        self.picture.strokes.push(Stroke { x, y, text, tone });
    }

    /// Draws a block with its top left corner here; returns where its line from above arrives.
    fn block(&mut self, block: &Block, x: usize, y: usize) -> usize {
        let span = block
            .under
            .iter()
            .map(|under| under.width + GAP)
            .sum::<usize>();
        let span = span.saturating_sub(GAP);
        let left = x + (block.width - block.box_width) / 2;
        let height = block.texts.len() + 2;
        let mut at = x + (block.width - span) / 2;
        let line = y + height;
        let mut arrivals = Vec::new();
        let spots = self.picture.spots.len();
        for under in &block.under {
            arrivals.push(self.block(under, at, line + 1));
            at += under.width + GAP;
        }
        let below = self.picture.spots.len() - spots;
        self.frame(block, left, y);
        // What is drawn after what stands under it comes before it all the same.
        if let Some(all) = self.picture.spots.get_mut(spots..) {
            all.rotate_left(below);
        }
        let inside = left + 1..left + block.box_width - 1;
        let middle = match arrivals.as_slice() {
            // A line with no bend, where there is but one.
            [only] if inside.contains(only) => *only,
            _ => left + block.box_width / 2,
        };
        if !arrivals.is_empty() {
            self.put(middle, line - 1, self.lines.joints[0], Tone::Frame);
            self.connect(middle, &arrivals, line);
        }
        // The words of the tie stand at the left of the top line.
        middle.max(left + wrap::width(&block.tie) + 4)
    }

    fn frame(&mut self, block: &Block, x: usize, y: usize) {
        let [top_left, top_right, low_left, low_right] = self.lines.corners;
        let rule = self.lines.across.repeat(block.box_width - 2);
        let height = block.texts.len() + 2;
        let low = y + height - 1;
        self.put(x, y, &format!("{top_left}{rule}{top_right}"), Tone::Frame);
        self.put(x, low, &format!("{low_left}{rule}{low_right}"), Tone::Frame);
        if let Some(id) = block.id {
            self.picture.spots.push(Spot {
                id,
                x,
                y,
                width: block.box_width,
                height,
                is_box: true,
            });
        } else {
            self.put(x + 1, y, &format!(" {} ", block.tie), Tone::Aside);
        }
        for (row, text) in (y + 1..).zip(&block.texts) {
            self.put(x, row, self.lines.down, Tone::Frame);
            self.put(x + block.box_width - 1, row, self.lines.down, Tone::Frame);
            self.put(x + 2 + text.indent, row, &text.words, text.tone);
            let is_head = text.tone == Tone::Name && block.id == text.to;
            if let Some(id) = text.to.filter(|_| !is_head) {
                self.spot(id, x + 2 + text.indent, row, wrap::width(&text.words));
            }
        }
        if block.id.is_some() && !block.tie.is_empty() {
            self.put(x + 1, y, &format!(" {} ", block.tie), Tone::Aside);
        }
    }

    /// A line that leads to an entry; one that goes on in the next row is one spot.
    fn spot(&mut self, id: EntryId, x: usize, y: usize, width: usize) {
        if let Some(last) = self.picture.spots.last_mut()
            && (last.id, last.x, last.y + last.height) == (id, x, y)
            && !last.is_box
        {
            last.height += 1;
            last.width = last.width.max(width);
            return;
        }
        self.picture.spots.push(Spot {
            id,
            x,
            y,
            width,
            height: 1,
            is_box: false,
        });
    }

    /// The line from the middle of a box to the boxes below it.
    fn connect(&mut self, from: usize, to: &[usize], y: usize) {
        let [left_end, right_end, down, up, both] = self.lines.turns;
        let first = to.iter().copied().min().unwrap_or(from).min(from);
        let last = to.iter().copied().max().unwrap_or(from).max(from);
        self.put(
            first,
            y,
            &self.lines.across.repeat(last - first + 1),
            Tone::Frame,
        );
        for x in to.iter().copied().chain([from]) {
            let goes_down = to.contains(&x);
            let goes_up = x == from;
            let turn = match (goes_up, goes_down) {
                _ if first == last => self.lines.down,
                (true, true) if x == first => "├",
                (true, true) if x == last => "┤",
                (true, true) => both,
                (true, false) if x == first => "└",
                (true, false) if x == last => "┘",
                (true, false) => up,
                (false, _) if x == first => left_end,
                (false, _) if x == last => right_end,
                (false, _) => down,
            };
            let is_ascii = both == "+";
            let turn = if is_ascii && first != last { "+" } else { turn };
            self.put(x, y, turn, Tone::Frame);
        }
        for x in to {
            self.put(*x, y + 1, self.lines.joints[1], Tone::Frame);
        }
    }
}
