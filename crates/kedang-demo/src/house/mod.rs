//! What the group itself keeps: 弘业期货 with its branches, and the lawyers, banks and advisers it
//! works with.

mod hongye;
mod service;

use crate::invent::World;
use crate::story::Story;

/// All stories of the house.
pub(crate) fn stories(world: &mut World) -> Vec<Story> {
    let mut all = vec![hongye::story(world)];
    all.extend(
        hongye::BRANCHES
            .split_whitespace()
            .enumerate()
            .map(|(n, city)| hongye::branch(world, n, city)),
    );
    all.extend((0..service::SERVICES.len() * 2).map(|n| service::story(world, n)));
    all
}
