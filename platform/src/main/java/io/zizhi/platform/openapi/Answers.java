package io.zizhi.platform.openapi;

import io.zizhi.platform.http.problem.ProblemDetails;
import io.zizhi.platform.http.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** The error responses of a document. Operations with the same errors share one component, named by its codes. */
final class Answers {

    private static final String STEP_UP = Problems.INSUFFICIENT_AUTHENTICATION;

    private static final String CHALLENGE =
            "`Bearer`; for `" + STEP_UP + "` with `error`, `acr_values` and `max_age` of RFC 9470.";

    private final Schema problemDetails;
    private final SortedMap<String, APIResponse> components = new TreeMap<>();
    private final Map<List<Endpoint.Stated>, String> names = new HashMap<>();

    /** @param schemas receives the schema of problem details */
    Answers(Schemas schemas) {
        problemDetails = schemas.of(Type.create(DotName.createSimple(ProblemDetails.class.getName()), Type.Kind.CLASS));
    }

    Map<String, APIResponse> components() {
        return components;
    }

    /** Returns a reference to a component for each status. */
    SortedMap<Integer, APIResponse> of(List<Endpoint.Stated> refusals) {
        SortedMap<Integer, List<Endpoint.Stated>> byStatus = new TreeMap<>(
                new LinkedHashSet<>(refusals).stream().collect(Collectors.groupingBy(Endpoint.Stated::status)));
        SortedMap<Integer, APIResponse> answers = new TreeMap<>();
        byStatus.forEach((status, same) -> answers.put(
                status, OASFactory.createAPIResponse().ref("#/components/responses/" + nameOf(status, same))));
        return answers;
    }

    private String nameOf(int status, List<Endpoint.Stated> refusals) {
        return names.computeIfAbsent(refusals, unknown -> {
            String codes =
                    refusals.stream().map(Endpoint.Stated::code).distinct().collect(Collectors.joining("-"));
            String name = status + "-" + codes;
            for (int count = 2; components.containsKey(name); count++) {
                name = status + "-" + codes + "-" + count;
            }
            components.put(name, problem(status, refusals));
            return name;
        });
    }

    private APIResponse problem(int status, List<Endpoint.Stated> refusals) {
        Schema codes = OASFactory.createSchema().addType(SchemaType.STRING);
        refusals.stream().map(Endpoint.Stated::code).distinct().forEach(codes::addEnumeration);
        Schema narrowed = OASFactory.createSchema()
                .addAllOf(problemDetails)
                .addAllOf(OASFactory.createSchema()
                        .addProperty("status", OASFactory.createSchema().constValue(status))
                        .addProperty("code", codes));
        APIResponse response = OASFactory.createAPIResponse()
                .description(describe(refusals))
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemDetails.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(narrowed)
                                        .example(Examples.problem(refusals.getLast()))));
        if (status == 401) {
            boolean steps = refusals.stream().anyMatch(refusal -> refusal.code().equals(STEP_UP));
            response.addHeader("WWW-Authenticate", header(steps ? CHALLENGE : "`Bearer`.", text()));
        }
        if (status == 429 || status == 503) {
            response.addHeader(
                    "Retry-After",
                    header(
                            "Wait this many seconds before you repeat the request.",
                            OASFactory.createSchema().addType(SchemaType.INTEGER)));
        }
        return response;
    }

    private static String describe(List<Endpoint.Stated> refusals) {
        List<String> lines = new ArrayList<>();
        refusals.forEach(refusal -> lines.add("`" + refusal.code() + "`: " + refusal.when()));
        return lines.size() == 1 ? lines.getFirst() : lines.stream().collect(Collectors.joining("\n- ", "- ", ""));
    }

    static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
