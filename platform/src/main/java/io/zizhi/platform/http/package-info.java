/** Small parts of HTTP that every resource needs the same way: entity tags, keyset paging, limits. */
@NullMarked
package io.zizhi.platform.http;

import org.jspecify.annotations.NullMarked;
