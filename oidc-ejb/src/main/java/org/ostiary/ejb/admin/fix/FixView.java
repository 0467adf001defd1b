package org.ostiary.ejb.admin.fix;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.Tagged;
import org.ostiary.ejb.admin.lint.LintView;

/**
 * What would let a request pass like the one that was refused.
 *
 * @param option of the client, in the words of the configuration
 * @param added the value that it has not
 * @param before what the option is, its default where nothing is said
 * @param after what it would be; null where nothing can be done
 * @param entityTag names the state of the client that would be changed, for {@code If-Match}
 * @param lint how well the client would be registered then; null where that is not known
 * @param reasons why it is not let, or what to think of first, a line each
 */
public record FixView(
        FixKind kind,
        String clientId,
        String option,
        String added,
        String before,
        @Nullable String after,
        String entityTag,
        @Nullable LintView lint,
        List<String> reasons)
        implements Tagged {}
