package org.ostiary.ejb.admin.records;

import java.util.List;
import org.ostiary.ejb.config.ConfiguredEntry;

/** Every key that is set or has a default, with where its value comes from; by name. */
public record ConfigurationView(List<ConfiguredEntry> entries) {}
