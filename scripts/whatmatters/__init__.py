"""What Matters: a bilingual story library made into a site and discussion packs."""
