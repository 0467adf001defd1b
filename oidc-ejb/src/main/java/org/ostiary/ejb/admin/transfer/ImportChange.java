package org.ostiary.ejb.admin.transfer;

import org.jspecify.annotations.Nullable;

/** One part of an entry before and after; null for nothing. */
public record ImportChange(
        String part, @Nullable String before, @Nullable String after) {}
