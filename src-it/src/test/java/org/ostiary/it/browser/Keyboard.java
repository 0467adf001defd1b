package org.ostiary.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** A person who has no mouse: reaches everything by Tab, sees where they are, presses Enter. */
record Keyboard(Page page) {

    private static final int MOST_STOPS = 60;

    /** Goes to the element, through all that come before it; each must show that it is the one in use (WCAG 2.2, 2.4.7). */
    Keyboard to(String id) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (page.evaluate("document.activeElement.id").equals(id)) {
                return this;
            }
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement === document.body"
                            + " || getComputedStyle(document.activeElement).outlineStyle !== 'none'"))
                    .as("focus is visible on the way to " + id)
                    .isEqualTo(true);
        }
        throw new AssertionError("No way to " + id + " on " + page.url());
    }

    Keyboard type(String id, String text) {
        to(id);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
        return this;
    }

    /** Presses what has this id, and waits for the page that comes. */
    void press(String id) {
        to(id);
        // The page that comes may have the same address and title; it does not have this mark.
        page.evaluate("document.documentElement.dataset.left = 'yes'");
        page.keyboard().press("Enter");
        page.locator("html:not([data-left])").waitFor();
    }
}
