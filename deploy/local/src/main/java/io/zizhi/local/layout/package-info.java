/** What a local suite consists of: services and their replicas, ports, folders and options. It starts nothing. */
@NullMarked
package io.zizhi.local.layout;

import org.jspecify.annotations.NullMarked;
