package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ostiary.it.server.OstiaryServer;

/**
 * Somebody who does in a browser what the numbered steps of a page of the documentation say, word for word.
 *
 * <p>Every word in bold is the name of something on the page. It is pressed, followed, typed into and so on where the step
 * says so; any other must be there to be seen. So a label that changes, or a documentation that is wrong, is found.
 */
final class Follower {
    private static final String WRITTEN_ADDRESS = "https://id.example.org";
    private static final String BOLD = "\\*\\*([^*]+)\\*\\*";

    private final OstiaryServer server;
    private final Page page;
    private final String name;
    private final Map<String, Supplier<String>> known = new HashMap<>();
    private final List<Saying> told = new ArrayList<>();
    private final List<Saying> sayings = List.of(
            new Saying("(?i:\\bopen) `([^`]+)`", said -> open(said.group(1))),
            new Saying(
                    "(?i:\\bopen) " + BOLD,
                    said -> named("summary", said.group(1)).click()),
            new Saying("(?i:\\bpress(?:es)?) " + BOLD, said -> press(said.group(1))),
            new Saying("(?i:\\bfollows?) " + BOLD, said -> follow(said.group(1))),
            new Saying("(?:`([^`]+)`,? )?into " + BOLD, said -> type(said.group(1), said.group(2))),
            new Saying("(?i:\\btick) " + BOLD, said -> field(said.group(1)).check()),
            new Saying("(?i:\\buntick) " + BOLD, said -> field(said.group(1)).uncheck()),
            new Saying(
                    "(?i:\\bchoose) " + BOLD + " under " + BOLD,
                    said -> field(said.group(2)).selectOption(said.group(1))),
            new Saying(
                    "headed " + BOLD, said -> assertThat(page().locator("h1")).hasText(said.group(1))),
            new Saying(BOLD, said -> see(said.group(1))));
    private String typedInto = "";

    private record Saying(Pattern words, Consumer<MatchResult> deed) {
        Saying(String words, Consumer<MatchResult> deed) {
            this(Pattern.compile(words), deed);
        }

        Optional<MatchResult> after(String step, int at) {
            Matcher matcher = words.matcher(step);
            return matcher.find(at) ? Optional.of(matcher.toMatchResult()) : Optional.empty();
        }
    }

    /**
     * Somebody with a tab.
     *
     * @param name what the pictures of the steps begin with
     */
    Follower(OstiaryServer server, Page page, String name) {
        this.server = server;
        this.page = page;
        this.name = name;
    }

    private Page page() {
        return page;
    }

    /** What is typed into the field of this name where a step does not say what. */
    Follower knows(String field, Supplier<String> value) {
        known.put(field, value);
        return this;
    }

    Follower knows(String field, String value) {
        return knows(field, () -> value);
    }

    /** What else is done where the steps that are followed next say this. */
    Follower when(String words, Runnable deed) {
        told.add(new Saying(Pattern.compile(Pattern.quote(words)), said -> deed.run()));
        return this;
    }

    /** Does each step below the heading. What it was told to do must have been said in one of them. */
    void follow(Guide guide, String heading) {
        Set<String> unsaid = new TreeSet<>();
        told.forEach(saying -> unsaid.add(saying.words().pattern()));
        int number = 0;
        for (String step : guide.steps(heading)) {
            act(step, unsaid);
            number++;
            Screenshots.take(
                    page,
                    "guide-" + name + "-" + heading.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-") + "-" + number);
        }
        assertThat(unsaid).as("said in no step of " + heading).isEmpty();
        told.clear();
    }

    private void act(String step, Set<String> unsaid) {
        List<Saying> all = new ArrayList<>(told);
        all.addAll(sayings);
        for (int at = 0; at < step.length(); ) {
            int from = at;
            MatchResult next = null;
            Saying first = null;
            for (Saying saying : all) {
                MatchResult found = saying.after(step, from).orElse(null);
                if (found != null && (next == null || found.start() < next.start())) {
                    next = found;
                    first = saying;
                }
            }
            if (first == null || next == null) {
                return;
            }
            unsaid.remove(first.words().pattern());
            try {
                first.deed().accept(next);
            } catch (RuntimeException | AssertionError e) {
                Screenshots.take(page, "guide-" + name + "-lost");
                throw new AssertionError("“" + next.group() + "” of the step “" + step + "” at " + page.url(), e);
            }
            at = next.end();
        }
    }

    private void open(String address) {
        page.navigate(address.replace(WRITTEN_ADDRESS, server.address().toString()));
    }

    /** Where several have that name, the one of the form that was typed into. */
    private void press(String button) {
        Locator all = all("button:visible", exactly(button));
        all.first().waitFor();
        (all.count() == 1
                        ? all
                        : page.locator("form:has([id='" + typedInto + "'])").locator(all))
                .click();
    }

    private void follow(String link) {
        Locator all = all("a:visible", exactly(link));
        all.first().waitFor();
        assertThat(all.all().stream().map(each -> each.getAttribute("href")).distinct())
                .as(link)
                .hasSize(1);
        all.first().click();
    }

    private void type(String text, String label) {
        Locator field = field(label);
        typedInto = field.getAttribute("id");
        field.fill(
                text != null
                        ? text
                        : Objects.requireNonNull(known.get(label), label).get());
    }

    /** The field with this label; beside its words there may be the name of an option, or since when something is allowed. */
    private Locator field(String label) {
        String id = all("label:visible", exactly(label))
                .or(all("label:visible:has(> code)", "^\\s*" + quoted(label) + "\\s+[a-z-]+\\s*$"))
                .or(all("label:visible:has(> span)", "^\\s*" + quoted(label) + "\\s"))
                .getAttribute("for");
        return page.locator("[id='" + id + "']");
    }

    private Locator named(String element, String text) {
        return all(element, exactly(text));
    }

    private Locator all(String elements, String text) {
        return page.locator(elements).filter(new Locator.FilterOptions().setHasText(Pattern.compile(text)));
    }

    private void see(String text) {
        assertThat(page.locator("body"))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
    }

    private static String exactly(String text) {
        return "^\\s*" + quoted(text) + "\\s*$";
    }

    /** For the browser, whose patterns know no quotation. */
    private static String quoted(String text) {
        return text.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    }
}
