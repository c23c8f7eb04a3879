/** What the tests of every service share: real infrastructure, tokens, the event bus, the rules of the architecture. */
@NullMarked
package io.zizhi.platform.testkit;

import org.jspecify.annotations.NullMarked;
