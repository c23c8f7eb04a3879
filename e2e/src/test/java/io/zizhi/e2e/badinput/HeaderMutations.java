package io.zizhi.e2e.badinput;

import io.zizhi.e2e.badinput.Mutation.Demand;
import io.zizhi.e2e.http.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** Invalid headers: formats, versions, keys, tokens, lengths, and violations of HTTP itself. */
final class HeaderMutations {

    private final List<Mutation> mutations = new ArrayList<>();

    private HeaderMutations() {}

    static List<Mutation> of(Call valid) {
        HeaderMutations made = new HeaderMutations();
        made.formats(valid.has("Content-Type"));
        made.tokens();
        made.http();
        if (valid.has("If-Match")) {
            made.versions();
        }
        if (valid.has("Idempotency-Key")) {
            made.keys();
        }
        return made.mutations;
    }

    private void formats(boolean withBody) {
        for (String accept : List.of(
                "text/html",
                "application/xml",
                "image/webp",
                "garbage",
                "",
                "*",
                "*/*;q=0",
                "application/json;q=0",
                "/",
                "application/",
                "application/json;q=x",
                "a".repeat(2_000),
                "application/json,".repeat(200),
                "\u8D44/\u8D44",
                "application/problem+json",
                "text/plain;charset=\"")) {
            header("Accept", accept, Demand.NOTHING);
        }
        for (String language : List.of("zh-CN", "xx-yy-zz-" + "a".repeat(1_000), "*;q=9", "")) {
            header("Accept-Language", language, Demand.NOTHING);
        }
        header("Accept-Encoding", "identity;q=0", Demand.NOTHING);
        header("Accept-Charset", "utf-16", Demand.NOTHING);
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "garbage",
                "application/",
                "/",
                "application/json, text/plain",
                "application/octet-stream",
                "text/html; charset=utf-7",
                "\u8D44/\u8D28",
                "a".repeat(3_000),
                "")) {
            header("Content-Type", type, Demand.NOTHING);
        }
        if (withBody) {
            add("without Content-Type", Demand.NOTHING, call -> call.without("Content-Type"));
            for (String type : List.of(
                    "application/json; charset=utf-16",
                    "application/json; charset=none",
                    "application/json; charset=\"",
                    "application/json;;;",
                    "APPLICATION/JSON",
                    "application/problem+json",
                    "application/vnd.api+json",
                    "application/json; charset=gbk; charset=utf-8")) {
                header("Content-Type", type, Demand.NOTHING);
            }
            add("two Content-Types", Demand.NOTHING, call -> call.adding("Content-Type", "text/plain"));
            header("Content-Encoding", "gzip", Demand.NOTHING);
            header("Content-Encoding", "none-such", Demand.NOTHING);
            add(
                    "zipped",
                    Demand.NOTHING,
                    call -> call.with("Content-Encoding", "gzip").withBody(zipped(call.body())));
            add(
                    "zipped bomb",
                    Demand.NOTHING,
                    call -> call.with("Content-Encoding", "gzip").withBody(zipped(new byte[20_000_000])));
        } else {
            add("with a body", Demand.NOTHING, call -> call.withBody(new byte[] {'{', '}'}));
            add(
                    "with a malformed body",
                    Demand.NOTHING,
                    call -> call.with("Content-Type", "application/json").withBody(new byte[] {'{', (byte) 0xFF}));
            add(
                    "with a large body",
                    Demand.NOTHING,
                    call -> call.with("Content-Type", "application/json").withBody(new byte[1_000_000]));
        }
    }

    private void versions() {
        add("without If-Match", Demand.REFUSAL, call -> call.without("If-Match"));
        for (String none : List.of(
                "",
                " ",
                "*",
                "\"",
                "\"\"",
                "\"x\"",
                "-1",
                "\"-1\"",
                "1.5",
                "99999999999999999999",
                "\"999999\"",
                "W/",
                "W/\"x\"",
                "w/\"1\"",
                "\"1\", \"2\"",
                "0",
                "\u0661",
                "\"1",
                "a".repeat(3_000),
                "'1'",
                "\"1\"x",
                "0x1",
                "null")) {
            header("If-Match", none, Demand.NOTHING);
        }
        add("two If-Matches", Demand.NOTHING, call -> call.adding("If-Match", "\"77\""));
        header("If-None-Match", "*", Demand.NOTHING);
        header("If-Unmodified-Since", "yesterday", Demand.NOTHING);
    }

    private void keys() {
        add("without Idempotency-Key", Demand.REFUSAL, call -> call.without("Idempotency-Key"));
        for (String none : List.of("", " ", "a b", "\u8D44", "a".repeat(101), "a".repeat(5_000), "a\tb", "\u00E9")) {
            header("Idempotency-Key", none, Demand.REFUSAL);
        }
    }

    private void tokens() {
        for (String none : List.of(
                "",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer a.b.c",
                "bearer",
                "Basic YTpi",
                "Basic \u8D44",
                "Digest x",
                "Bearer " + "a".repeat(5_000),
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJvcGVyYXRvciIsInJvbGVzIjpbIm9wZXJhdG9yIl19.",
                "Bearer ..",
                "Bearer null",
                "Bearer {}",
                "Negotiate x",
                "Bearer eyJ.eyJ.eyJ")) {
            header("Authorization", none, Demand.REFUSAL);
        }
        add(
                "token with a broken signature",
                Demand.REFUSAL,
                call -> token(call, token -> token.substring(0, token.length() - 9) + "AAAAAAAAA"));
        add(
                "token without a signature",
                Demand.REFUSAL,
                call -> token(call, token -> token.substring(0, token.lastIndexOf('.') + 1)));
        add(
                "token with changed content",
                Demand.REFUSAL,
                call -> token(call, token -> token.replaceFirst("\\.[^.]+\\.", ".eyJzdWIiOiJub2JvZHkifQ.")));
        add("token twice", Demand.NOTHING, call -> call.adding("Authorization", "Bearer x"));
        add(
                "token in the query",
                Demand.REFUSAL,
                call -> call.without("Authorization")
                        .withTarget(call.target() + (call.target().contains("?") ? "&" : "?") + "access_token=x"));
    }

    private void http() {
        for (String forwarded : List.of(
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Prefix",
                "Forwarded",
                "X-Original-URL",
                "X-HTTP-Method-Override",
                "traceparent",
                "tracestate",
                "baggage",
                "Cookie",
                "Origin",
                "Referer",
                "User-Agent",
                "Range",
                "TE",
                "Upgrade",
                "If-Modified-Since",
                "Sec-WebSocket-Key",
                "ce-id")) {
            header(forwarded, "DELETE", Demand.NOTHING);
            header(forwarded, "00-\u8D44-<>;=,\"" + "a".repeat(500), Demand.NOTHING);
        }
        header("Expect", "100-continue", Demand.NOTHING);
        header("Expect", "something", Demand.NOTHING);
        header("X-Long", "a".repeat(7_000), Demand.NOTHING);
        header("X-Too-Long", "a".repeat(100_000), Demand.AT_MOST_A_REFUSAL);
        add("many headers", Demand.AT_MOST_A_REFUSAL, call -> {
            Call many = call;
            for (int index = 0; index < 300; index++) {
                many = many.adding("X-" + index, "a");
            }
            return many;
        });
        header("Host", "example.invalid", Demand.AT_MOST_A_REFUSAL);
        header("Host", "", Demand.AT_MOST_A_REFUSAL);
        add(
                "two Hosts",
                Demand.AT_MOST_A_REFUSAL,
                call -> call.adding("Host", "a").adding("Host", "b"));
        header("X Bad Name", "a", Demand.AT_MOST_A_REFUSAL);
        header("X-Folded", "a\r\n b", Demand.AT_MOST_A_REFUSAL);
        header("X-Nul", "a\u0000b", Demand.AT_MOST_A_REFUSAL);
        header("", "a", Demand.AT_MOST_A_REFUSAL);
        header("Content-Length", "abc", Demand.AT_MOST_A_REFUSAL);
        header("Content-Length", "-1", Demand.AT_MOST_A_REFUSAL);
        header("Transfer-Encoding", "gzip", Demand.AT_MOST_A_REFUSAL);
        add(
                "two lengths",
                Demand.AT_MOST_A_REFUSAL,
                call -> call.adding("Content-Length", "1").adding("Content-Length", "2"));
        add(
                "length and chunks",
                Demand.AT_MOST_A_REFUSAL,
                call -> BodyMutations.chunked(call, call.body()).adding("Content-Length", "3"));
        add(
                "bad chunks",
                Demand.AT_MOST_A_REFUSAL,
                call -> call.with("Transfer-Encoding", "chunked")
                        .withBody(new byte[] {'z', 'z', '\r', '\n', 'a', '\r', '\n'}));
        for (String method : List.of("HEAD", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "get", "CONNECT", "\u8D44")) {
            add("method " + method, Demand.AT_MOST_A_REFUSAL, call -> call.withMethod(method));
        }
    }

    private void header(String name, String value, Demand demand) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        add(name + ": " + shown, demand, call -> call.with(name, value));
    }

    private void add(String label, Demand demand, UnaryOperator<Call> change) {
        mutations.add(new Mutation(label, "", demand, change));
    }

    private static Call token(Call call, UnaryOperator<String> change) {
        String value = call.headers().stream()
                .filter(header -> header.name().equals("Authorization"))
                .findFirst()
                .orElseThrow()
                .value();
        return call.with("Authorization", change.apply(value));
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }
}
