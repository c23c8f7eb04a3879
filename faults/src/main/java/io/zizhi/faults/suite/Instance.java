package io.zizhi.faults.suite;

import io.zizhi.local.layout.Service;

/**
 * A running instance of a service.
 *
 * @param name of its process, such as {@code review-service} or {@code review-service-2}
 * @param port its own HTTP port, without a proxy
 */
public record Instance(Service service, String name, int port) {}
