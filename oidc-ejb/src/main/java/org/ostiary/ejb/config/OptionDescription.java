package org.ostiary.ejb.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An option of a client, for a form.
 *
 * @param standard its default as an operator would write it; null for none, or one that depends on other options
 * @param choices what it may be, or be made of; empty where that is no list
 */
public record OptionDescription(String name, @Nullable String standard, List<String> choices) {}
