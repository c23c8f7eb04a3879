/** Test support for all services: real infrastructure, tokens, the event bus, architecture rules. */
@NullMarked
package io.zizhi.platform.testkit;

import org.jspecify.annotations.NullMarked;
