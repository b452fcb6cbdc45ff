#include "CMarkArena.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Bump allocation: a pointer moves forward within a chunk; everything is given back at once. cmark allocates many
// small nodes and frees them together, so malloc and free would be a third of the time of parsing.

enum {
    alignment = 16,
    first_chunk_size = 256 * 1024,
};

typedef struct chunk {
    struct chunk *previous;
    size_t capacity;
    size_t used;
    size_t padding;  // keeps the bytes that follow aligned
} chunk;

// Precedes every allocation, because realloc must know how much to copy.
typedef struct header {
    size_t size;
    size_t padding;
} header;

static _Thread_local chunk *current;
static _Thread_local unsigned depth;

static pthread_key_t thread_end;
static pthread_once_t thread_end_once = PTHREAD_ONCE_INIT;

static void make_thread_end(void) { pthread_key_create(&thread_end, free); }

static char *chunk_bytes(chunk *owner) { return (char *)(owner + 1); }

// As cmark's own allocator does: without memory there is nothing sensible left to do.
static void *checked(void *memory) {
    if (memory == NULL) abort();
    return memory;
}

static void add_chunk(size_t needed) {
    size_t capacity = current ? current->capacity * 2 : first_chunk_size;
    if (capacity < needed) capacity = needed;
    if (capacity > SIZE_MAX - sizeof(chunk)) abort();
    chunk *added = checked(malloc(sizeof(chunk) + capacity));
    *added = (chunk){.previous = current, .capacity = capacity};
    current = added;
}

static void *allocate(size_t size) {
    if (size > SIZE_MAX - sizeof(header) - alignment) abort();
    size_t rounded = (size + alignment - 1) & ~(size_t)(alignment - 1);
    size_t needed = rounded + sizeof(header);
    if (current == NULL || current->capacity - current->used < needed) add_chunk(needed);
    header *result = (header *)(chunk_bytes(current) + current->used);
    result->size = rounded;
    current->used += needed;
    return result + 1;
}

static void *arena_calloc(size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size) abort();
    void *result = allocate(count * size);
    return memset(result, 0, count * size);
}

static void *arena_realloc(void *memory, size_t size) {
    if (memory == NULL) return allocate(size);
    size_t old = ((header *)memory - 1)->size;
    if (size <= old) return memory;
    return memcpy(allocate(size), memory, old);
}

static void arena_free(void *memory) { (void)memory; }

cmark_mem *cmark_arena_allocator(void) {
    static cmark_mem allocator = {arena_calloc, arena_realloc, arena_free};
    return &allocator;
}

void cmark_arena_enter(void) { depth += 1; }

void cmark_arena_leave(void) {
    depth -= 1;
    if (depth > 0 || current == NULL) return;
    // The first chunk is kept for the next document of this thread, and freed when the thread ends.
    while (current->previous != NULL) {
        chunk *previous = current->previous;
        free(current);
        current = previous;
    }
    current->used = 0;
    pthread_once(&thread_end_once, make_thread_end);
    pthread_setspecific(thread_end, current);
}
