package io.zizhi.platform.openapi;

import io.zizhi.platform.identity.Roles;
import java.util.ArrayList;
import java.util.List;

/** What endpoints refuse for what they are, whatever they are about. */
final class CommonRefusals {

    private CommonRefusals() {}

    static List<Endpoint.Stated> of(Endpoint endpoint, boolean hasPathParameter) {
        List<Endpoint.Stated> refusals = new ArrayList<>();
        refusals.add(new Endpoint.Stated(400, "BAD_REQUEST", "The request cannot be understood."));
        refusals.add(new Endpoint.Stated(401, "UNAUTHENTICATED", "There is no valid bearer token."));
        if (!endpoint.roles().isEmpty()) {
            refusals.add(new Endpoint.Stated(403, "FORBIDDEN", "The caller has none of the roles that are needed."));
        }
        if (!endpoint.callers().isEmpty()) {
            refusals.add(new Endpoint.Stated(
                    403, "CALLER_NOT_ALLOWED", "The caller is a service that the endpoint does not name."));
        }
        if (endpoint.roles().contains(Roles.APPLICANT)) {
            refusals.add(new Endpoint.Stated(403, "ACCOUNT_REQUIRED", "The token of an applicant names no account."));
        }
        if (hasPathParameter) {
            refusals.add(new Endpoint.Stated(404, "NOT_FOUND", "No resource can have such an address."));
        }
        if (endpoint.answer().isPresent() || !endpoint.contentTypes().isEmpty()) {
            refusals.add(
                    new Endpoint.Stated(406, "NOT_ACCEPTABLE", "The answer does not come in the format asked for."));
        }
        if (endpoint.body().isPresent()) {
            refusals.add(new Endpoint.Stated(
                    400, "VALIDATION_FAILED", "The body does not have the expected form; `errors` say where."));
            refusals.add(new Endpoint.Stated(413, "PAYLOAD_TOO_LARGE", "The JSON is larger than 262144 bytes."));
        }
        if (endpoint.limitsContentType()) {
            refusals.add(new Endpoint.Stated(415, "UNSUPPORTED_MEDIA_TYPE", "The body is no JSON."));
        }
        if (endpoint.takesHeader("If-Match")) {
            refusals.add(new Endpoint.Stated(
                    412, "STALE_VERSION", "It was changed since the version that `If-Match` names."));
            refusals.add(new Endpoint.Stated(428, "VERSION_REQUIRED", "There is no `If-Match`, or it is `*`."));
        }
        if (endpoint.takesPages()) {
            refusals.add(new Endpoint.Stated(400, "LIMIT_INVALID", "`limit` is not a whole number from 1 to 100."));
            refusals.add(new Endpoint.Stated(400, "CURSOR_INVALID", "`cursor` is not a `nextCursor` of this list."));
        }
        refusals.add(new Endpoint.Stated(
                500, "INTERNAL_ERROR", "Something went wrong on our side; the log names the same `instance`."));
        refusals.add(new Endpoint.Stated(
                503,
                "DEPENDENCY_UNAVAILABLE",
                "Something that is needed is down. Repeat the request later as it was."));
        return refusals;
    }
}
