package org.ostiary.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ostiary.it.http.Parameters;

/** What a page of the documentation tells its reader to type, so that a test can type just that. */
final class Guide {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$");
    private static final Pattern FORM_PARAMETER = Pattern.compile("-d (\\w+)=(\\S+)");

    private static final Pattern STEP = Pattern.compile("(?ms)^[0-9]+\\. (.*?)(?=^[0-9]+\\. |^$|\\z)");

    private final String text;
    private final List<String> blocks;

    private Guide(String text, List<String> blocks) {
        this.text = text;
        this.blocks = blocks;
    }

    /** The page of this name below {@code docs}. */
    static Guide read(String name) {
        try {
            List<String> blocks = new ArrayList<>();
            String text = Files.readString(Path.of("..", "docs", name));
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                blocks.add(block.group(1).strip());
            }
            return new Guide(text, blocks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbered steps below this heading of the second level, each as one line. */
    List<String> steps(String heading) {
        String[] parts = text.split("(?m)^## " + Pattern.quote(heading) + "$", -1);
        assertThat(parts).as(heading).hasSize(2);
        List<String> steps = STEP.matcher(parts[1].split("(?m)^## ", -1)[0])
                .results()
                .map(step -> step.group(1).replaceAll("\\s+", " ").strip())
                .toList();
        assertThat(steps).as(heading).isNotEmpty();
        return steps;
    }

    /** The one block that has this text in it. */
    String block(String text) {
        List<String> found =
                blocks.stream().filter(block -> block.contains(text)).toList();
        assertThat(found).as(text).hasSize(1);
        return found.get(0);
    }

    /** That block as a properties file. */
    Map<String, String> properties(String text) {
        try {
            Properties read = new Properties();
            read.load(new StringReader(block(text)));
            return read.stringPropertyNames().stream()
                    .collect(Collectors.toMap(name -> name, name -> read.getProperty(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The form that the curl command in that block sends. */
    Parameters form(String text) {
        Parameters form = Parameters.none();
        Matcher parameter = FORM_PARAMETER.matcher(block(text));
        while (parameter.find()) {
            form = form.with(parameter.group(1), parameter.group(2));
        }
        return form;
    }
}
