//! Models made up at random, for properties that must hold for anybody's strategy.
