package org.ostiary.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds on a page against WCAG 2.2, levels A and AA. */
final class Accessibility {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    static void assertNothingFound(Page page, String where) {
        // The pages have no frames; without looking for any, axe needs no second tab and a fraction of the time.
        AxeBuilder axe = new AxeBuilder(page).withTags(RULES).setLegacyMode(true);
        assertThat(axe.analyze().getViolations())
                .as("axe on " + where)
                .extracting(finding -> finding.getId() + ": " + finding.getDescription() + " " + finding.getNodes())
                .isEmpty();
    }
}
