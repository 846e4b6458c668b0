/* libyaml as a peer: reads the files that are listed in argv[1], one a line, and for each line on stdin runs one
   pass over them in the mode of that name and prints the nanoseconds it took and how many files failed.

     events  drains the event parser
     load    builds a document of nodes
*/
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <yaml.h>

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int drain_events(yaml_parser_t *parser) {
  for (;;) {
    yaml_event_t event;
    if (!yaml_parser_parse(parser, &event)) return 0;
    int is_last = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
    if (is_last) return 1;
  }
}

static int load_documents(yaml_parser_t *parser) {
  for (;;) {
    yaml_document_t document;
    if (!yaml_parser_load(parser, &document)) return 0;
    int is_last = yaml_document_get_root_node(&document) == NULL;
    yaml_document_delete(&document);
    if (is_last) return 1;
  }
}

int main(int argc, char **argv) {
  FILE *list = argc > 1 ? fopen(argv[1], "r") : NULL;
  if (!list) return 2;
  size_t count = 0, capacity = 0;
  struct text { unsigned char *bytes; size_t size; } *texts = NULL;
  char line[4096];
  while (fgets(line, sizeof line, list)) {
    line[strcspn(line, "\n")] = 0;
    FILE *file = fopen(line, "rb");
    if (!file) return 2;
    if (count == capacity) texts = realloc(texts, (capacity = capacity * 2 + 64) * sizeof *texts);
    fseek(file, 0, SEEK_END);
    texts[count].size = ftell(file);
    texts[count].bytes = malloc(texts[count].size + 1);
    rewind(file);
    if (fread(texts[count].bytes, 1, texts[count].size, file) != texts[count].size) return 2;
    fclose(file);
    count++;
  }
  while (fgets(line, sizeof line, stdin)) {
    int loads = strncmp(line, "load", 4) == 0;
    int failed = 0;
    long long start = now();
    for (size_t index = 0; index < count; index++) {
      yaml_parser_t parser;
      yaml_parser_initialize(&parser);
      yaml_parser_set_input_string(&parser, texts[index].bytes, texts[index].size);
      failed += loads ? !load_documents(&parser) : !drain_events(&parser);
      yaml_parser_delete(&parser);
    }
    printf("%lld %d\n", now() - start, failed);
    fflush(stdout);
  }
  return 0;
}
