package io.zizhi.e2e.http;

/** One line of a request's head; neither name nor value need be allowed. */
public record Header(String name, String value) {}
