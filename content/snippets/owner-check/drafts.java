// Needs @EnableMethodSecurity on a @Configuration.
@Service
class Drafts {
    private final DraftRepository drafts;

    Drafts(DraftRepository drafts) {
        this.drafts = drafts;
    }

    // Reads the draft, then compares its owner: 403 if they differ.
    // For a Bearer token Spring adds error="insufficient_scope".
    @PostAuthorize("returnObject.owner == authentication.name")
    public Draft draft(long id) {
        return drafts.findById(id).orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
