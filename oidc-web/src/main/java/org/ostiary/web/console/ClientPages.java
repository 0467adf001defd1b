package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.client.ClientView;
import org.ostiary.ejb.admin.records.AdminRecordService;
import org.ostiary.ejb.config.ConfiguredEntry;
import org.ostiary.ejb.lint.LintService;
import org.ostiary.ejb.protocol.FormEncoding;

/** The page of one application. */
@ApplicationScoped
public class ClientPages {

    @Inject
    AdminRecordService records;

    @Inject
    LintService lint;

    /** Its address, ending where another parameter may follow. */
    static String path(String clientId) {
        return "/client?client=" + FormEncoding.encode(clientId) + "&";
    }

    /**
     * What it shows.
     *
     * @param secret one that was made just now; null for none
     */
    ClientModel show(ClientView client, @Nullable String secret) {
        Map<String, String> sources = sources("oidc.client." + client.clientId() + ".");
        List<ClientModel.OptionLine> options = client.options().entrySet().stream()
                .map(each -> new ClientModel.OptionLine(each.getKey(), each.getValue(), sources.get(each.getKey())))
                .toList();
        return new ClientModel(client, options, lint.grade(client.clientId()).orElse(null), secret);
    }

    /** Which source of the configuration has an option, by what follows the prefix; none of what is not configured. */
    Map<String, String> sources(String prefix) {
        Map<String, String> sources = new HashMap<>();
        for (ConfiguredEntry entry : records.configuration().entries()) {
            String source = entry.source();
            if (source != null && entry.key().startsWith(prefix)) {
                sources.put(entry.key().substring(prefix.length()), source);
            }
        }
        return sources;
    }
}
