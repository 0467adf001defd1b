package org.ostiary.web.admin;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.body.RecordJson;
import org.ostiary.ejb.admin.body.RequestJson;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.trail.TrailFormat;
import org.ostiary.web.error.ProblemJson;

/** The description of all operations (OpenAPI 3.1), made from their table and from the records that go in and out. */
final class OpenApi {

    private static final Set<String> NUMBERS = Set.of("limit", "days");

    private final Map<String, Object> schemas = new LinkedHashMap<>();

    private OpenApi() {}

    /** The document for the interface at this address. */
    static String of(String address) {
        return JsonText.object(new OpenApi().document(address));
    }

    private Map<String, Object> document(String address) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Ostiary administration", "version", "1"));
        document.put("servers", List.of(Map.of("url", address)));
        document.put("security", List.of(Map.of("bearer", List.of())));
        document.put("paths", paths());
        schemas.put("Problem", problem());
        document.put(
                "components",
                Map.of(
                        "schemas",
                        schemas,
                        "securitySchemes",
                        Map.of("bearer", Map.of("type", "http", "scheme", "bearer"))));
        return document;
    }

    private Map<String, Object> paths() {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Operation operation : Operation.values()) {
            paths.computeIfAbsent(operation.path(), path -> new LinkedHashMap<>())
                    .put(operation.method().toLowerCase(Locale.ROOT), describe(operation));
        }
        return new LinkedHashMap<>(paths);
    }

    private Map<String, Object> describe(Operation operation) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("operationId", operation.id());
        described.put("summary", operation.summary());
        described.put("x-role", operation.role().value());
        described.put("parameters", parameters(operation));
        Class<? extends Record> request = operation.request();
        if (request != null) {
            described.put(
                    "requestBody", Map.of("required", true, "content", Map.of("application/json", schemaOf(request))));
        }
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("200", Map.of("description", "Done", "content", content(operation.answer())));
        answers.put(
                "default",
                Map.of(
                        "description",
                        "Refused (RFC 9457)",
                        "content",
                        Map.of(ProblemJson.TYPE, Map.of("schema", reference("Problem")))));
        described.put("responses", answers);
        return described;
    }

    private Map<String, Object> content(@Nullable Class<? extends Record> answer) {
        if (answer == Download.class) {
            Map<String, Object> text = Map.of("schema", Map.of("type", "string"));
            return Map.of(TrailFormat.JSON_LINES.mediaType(), text, TrailFormat.CSV.mediaType(), text);
        }
        Map<String, Object> object = answer == null ? Map.of("schema", Map.of("type", "object")) : schemaOf(answer);
        return Map.of("application/json", object);
    }

    private static List<Object> parameters(Operation operation) {
        List<Object> parameters = new ArrayList<>();
        Template.variables(operation.path(), operation.path())
                .keySet()
                .forEach(name -> parameters.add(parameter(name, "path", true)));
        operation.query().forEach(name -> parameters.add(parameter(name, "query", false)));
        return parameters;
    }

    private static Map<String, Object> parameter(String name, String place, boolean required) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", place);
        parameter.put("required", required);
        parameter.put("schema", Map.of("type", NUMBERS.contains(name) ? "integer" : "string"));
        return parameter;
    }

    private Map<String, Object> schemaOf(Class<?> type) {
        return Map.of("schema", schema(type));
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return Collection.class.isAssignableFrom((Class<?>) generic.getRawType())
                    ? Map.of("type", "array", "items", schema(inner))
                    : Map.of("type", "object", "additionalProperties", schema(inner));
        }
        return schema((Class<?>) type);
    }

    private Map<String, Object> schema(Class<?> type) {
        if (type.isRecord()) {
            return reference(define(type));
        }
        if (type.isEnum()) {
            List<String> words = Arrays.stream(type.getEnumConstants())
                    .map(each -> RecordJson.word((Enum<?>) each))
                    .toList();
            return Map.of("type", "string", "enum", words);
        }
        if (type == Object.class) {
            return Map.of();
        }
        if (type == boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
            return Map.of("type", "integer");
        }
        return type == Instant.class ? Map.of("type", "string", "format", "date-time") : Map.of("type", "string");
    }

    private String define(Class<?> type) {
        String name = type.getSimpleName();
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of());
            schemas.put(name, members(type));
        }
        return name;
    }

    private Map<String, Object> members(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean optional = RequestJson.optional(component);
            Map<String, Object> schema = schema(component.getGenericType());
            properties.put(
                    RecordJson.name(component),
                    optional ? Map.of("anyOf", List.of(schema, Map.of("type", "null"))) : schema);
            if (!optional && component.getType() != boolean.class) {
                required.add(RecordJson.name(component));
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        schema.put("required", required);
        return schema;
    }

    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> properties = new LinkedHashMap<>();
        List.of("type", "title", "detail", "rule", "section", "request_id").forEach(name -> properties.put(name, text));
        properties.put("status", Map.of("type", "integer"));
        properties.put("mistakes", Map.of("type", "array", "items", text));
        return Map.of("type", "object", "properties", properties);
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }
}
