pub struct Buffer {
    pub area: Rect,
    cells: Vec<Cell>,
}
pub enum Kind { Fixed, Inline(u16) }
impl Buffer {
    pub fn new(area: Rect) -> Self { todo!() }
    pub fn get(&self, x: u16) -> &Cell { todo!() }
    fn index(&self) -> usize { 0 }
    pub(crate) fn inner(&self) {}
}
pub trait Widget {
    fn render(self, area: Rect);
}
impl Widget for Buffer {
    fn render(self, area: Rect) {}
}
struct Hidden { pub a: u8 }
