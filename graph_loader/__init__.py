"""Documents to graph: readers, extraction, units, schema and the two stores."""
