package org.ostiary.ejb.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.client.AuthorizationPolicy;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.PolicyRule;

/**
 * A client's authorization policy within its metadata: the whole policy and not its name alone, so that every node judges by
 * the same one.
 */
final class ClientPolicyJson {

    private static final String NAME = "authorization_policy";
    private static final String STANDARD = "authorization_policy_default";
    private static final String RULES = "authorization_policy_rules";
    private static final String CONTACTS = "authorization_policy_contacts";

    private ClientPolicyJson() {}

    static void write(ClientPolicy policy, Map<String, @Nullable Object> members) {
        members.put(NAME, policy.name());
        members.put(STANDARD, policy.standard().value());
        members.put(RULES, policy.rules().stream().map(ClientPolicyJson::write).toList());
        members.put(CONTACTS, policy.contacts());
    }

    private static Map<String, Object> write(PolicyRule rule) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("policy", rule.policy().value());
        members.put("subject", rule.subjects());
        members.put("networks", rule.networks());
        return members;
    }

    /** An older version wrote the name only, and knew no policy that needs more. */
    static ClientPolicy read(StoredMembers json) {
        String name = json.require(NAME, text -> text);
        return new ClientPolicy(
                name,
                level(json.find(STANDARD, text -> text, name)),
                json.objects(RULES).stream().map(ClientPolicyJson::rule).toList(),
                json.texts(CONTACTS));
    }

    private static PolicyRule rule(JsonObject rule) {
        return new PolicyRule(
                level(rule.getString("policy")),
                rule.getJsonArray("subject").getValuesAs(JsonArray.class).stream()
                        .map(ClientPolicyJson::texts)
                        .toList(),
                List.copyOf(texts(rule.getJsonArray("networks"))));
    }

    private static Set<String> texts(JsonArray array) {
        Set<String> texts = new LinkedHashSet<>();
        array.getValuesAs(JsonString.class).forEach(text -> texts.add(text.getString()));
        return texts;
    }

    private static AuthorizationPolicy level(String value) {
        return StoredMembers.known(AuthorizationPolicy::of).apply(value);
    }
}
