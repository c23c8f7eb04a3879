/**
 * The description of a local suite: services and their replicas, ports, folders and options. This package starts
 * nothing.
 */
@NullMarked
package io.zizhi.local.layout;

import org.jspecify.annotations.NullMarked;
