#ifndef GUIDEPOST_CMARK_ARENA_H
#define GUIDEPOST_CMARK_ARENA_H

#include <cmark.h>

/// An allocator for cmark that hands out memory of the calling thread's arena and frees nothing by itself.
/// Trees made with it are valid until the last `cmark_arena_leave` of the thread, and only in that thread.
cmark_mem *cmark_arena_allocator(void);

/// Opens the calling thread's arena; calls nest.
void cmark_arena_enter(void);

/// Ends one `cmark_arena_enter`. The last one gives back everything that was allocated since the first.
void cmark_arena_leave(void);

#endif
