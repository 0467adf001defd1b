package org.ostiary.it.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of the pages for people to look at, in {@code target/screenshots}. */
final class Screenshots {
    private Screenshots() {}

    static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
