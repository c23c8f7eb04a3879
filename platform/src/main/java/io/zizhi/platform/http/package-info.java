/** HTTP parts common to all resources: entity tags, keyset paging, limits, protocol versions. */
@NullMarked
package io.zizhi.platform.http;

import org.jspecify.annotations.NullMarked;
