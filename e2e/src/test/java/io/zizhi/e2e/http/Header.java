package io.zizhi.e2e.http;

/** A header line of a request; name and value may be invalid. */
public record Header(String name, String value) {}
