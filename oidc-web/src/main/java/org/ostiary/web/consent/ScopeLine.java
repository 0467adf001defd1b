package org.ostiary.web.consent;

import java.util.Optional;
import org.ostiary.ejb.consent.AskedItem;
import org.ostiary.ejb.consent.AskedItem.Known;
import org.ostiary.web.page.DisplayText;
import org.ostiary.web.page.ItemWords;
import org.ostiary.web.page.Texts;

/**
 * One thing an application asks for, as the person reads it, with its box.
 *
 * @param field the name of the box
 * @param id the same without what an id must not hold
 * @param words what it means; the name of the scope itself where nobody described it
 * @param described whether these are words and not a scope's name
 * @param claims what it tells, in words; empty where that is nothing more than the words say
 * @param mark whether it is new, known or required, in words; empty where there is nothing to say
 * @param known whether the person decided on it before
 * @param ticked whether its box is ticked
 * @param fixed whether there is nothing to decide
 */
public record ScopeLine(
        String field,
        String id,
        String words,
        boolean described,
        String claims,
        String mark,
        boolean known,
        boolean ticked,
        boolean fixed) {

    /** What the name of each box begins with. */
    static final String FIELD = "allow-";

    /**
     * The line of an item.
     *
     * @param ticked whether its box is ticked
     * @param someKnown whether other items were decided on before; only then is it worth saying what is new
     */
    static ScopeLine of(AskedItem item, boolean ticked, boolean someKnown) {
        Optional<String> words = ItemWords.of(item.item());
        return new ScopeLine(
                FIELD + item.item(),
                FIELD + item.item().replaceAll("\\s", "_"),
                words.orElseGet(() -> DisplayText.of(item.item())),
                words.isPresent(),
                item.claims().size() > 1 || words.isEmpty() ? ItemWords.ofClaims(item.claims()) : "",
                mark(item, someKnown).map(Texts::text).orElse(""),
                item.known() != Known.NEW,
                ticked,
                item.fixed());
    }

    private static Optional<String> mark(AskedItem item, boolean someKnown) {
        if (item.fixed()) {
            return Optional.of("consent.always");
        }
        if (item.required()) {
            return Optional.of("consent.required");
        }
        return switch (item.known()) {
            case GRANTED -> Optional.of("consent.known");
            case DENIED -> Optional.of("consent.refused");
            case NEW -> someKnown ? Optional.of("consent.new") : Optional.empty();
        };
    }
}
