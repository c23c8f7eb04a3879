package io.zizhi.platform.openapi;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Roles;
import java.util.ArrayList;
import java.util.List;

/** Errors common to all endpoints of a kind. */
final class CommonRefusals {

    private CommonRefusals() {}

    static List<Endpoint.Stated> of(Endpoint endpoint, boolean hasPathParameter, boolean hasQueryParameter) {
        List<Endpoint.Stated> refusals = new ArrayList<>();
        refusals.add(new Endpoint.Stated(400, "BAD_REQUEST", "The request is malformed."));
        refusals.add(new Endpoint.Stated(
                400, "PARAMETER_UNKNOWN", "The endpoint does not take a query parameter with this name."));
        if (hasQueryParameter) {
            refusals.add(new Endpoint.Stated(400, "PARAMETER_REPEATED", "A query parameter was sent twice."));
        }
        refusals.add(new Endpoint.Stated(401, "UNAUTHENTICATED", "The bearer token is missing or invalid."));
        if (endpoint.needsStepUp()) {
            refusals.add(new Endpoint.Stated(
                    401,
                    Problems.INSUFFICIENT_AUTHENTICATION,
                    "The sign-in of staff is too old or too weak. Sign in again with `acr_values` and `max_age` of"
                            + " `WWW-Authenticate` (RFC 9470)."));
        }
        if (!endpoint.roles().isEmpty()) {
            refusals.add(new Endpoint.Stated(403, "FORBIDDEN", "The caller has none of the required roles."));
        }
        if (!endpoint.callers().isEmpty()) {
            refusals.add(new Endpoint.Stated(403, "CALLER_NOT_ALLOWED", "The calling service is not in `x-callers`."));
        }
        if (endpoint.roles().contains(Roles.APPLICANT)) {
            refusals.add(
                    new Endpoint.Stated(403, "ACCOUNT_REQUIRED", "The applicant's token does not name an account."));
        }
        if (hasPathParameter) {
            refusals.add(new Endpoint.Stated(404, "NOT_FOUND", "No resource can have this path."));
        }
        if (endpoint.answer().isPresent() || !endpoint.contentTypes().isEmpty()) {
            refusals.add(new Endpoint.Stated(
                    406, "NOT_ACCEPTABLE", "The requested format is not available. Change the `Accept` header."));
        }
        if (endpoint.body().isPresent()) {
            refusals.add(
                    new Endpoint.Stated(400, "VALIDATION_FAILED", "The body is invalid; `errors` lists each problem."));
            refusals.add(new Endpoint.Stated(413, "PAYLOAD_TOO_LARGE", "The body has more than 262,144 bytes."));
        }
        if (endpoint.limitsContentType()) {
            refusals.add(new Endpoint.Stated(415, "UNSUPPORTED_MEDIA_TYPE", "The body is not JSON."));
        }
        if (endpoint.takesHeader("If-Match")) {
            refusals.add(new Endpoint.Stated(
                    412, "STALE_VERSION", "The resource has changed since the version in `If-Match`."));
            refusals.add(new Endpoint.Stated(428, "VERSION_REQUIRED", "`If-Match` is missing or `*`."));
        }
        if (endpoint.takesPages()) {
            refusals.add(new Endpoint.Stated(400, "LIMIT_INVALID", "`limit` is not a whole number from 1 to 100."));
            refusals.add(new Endpoint.Stated(400, "CURSOR_INVALID", "`cursor` is not a `nextCursor` from this list."));
        }
        refusals.add(
                new Endpoint.Stated(500, "INTERNAL_ERROR", "Internal error. The log entry has the same `instance`."));
        refusals.add(new Endpoint.Stated(
                503, "DEPENDENCY_UNAVAILABLE", "A dependency is unavailable. Repeat the same request later."));
        return refusals;
    }
}
