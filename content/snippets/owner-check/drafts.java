// Needs @EnableMethodSecurity on a @Configuration.
@Service
class Drafts {
    private final DraftRepository drafts;

    Drafts(DraftRepository drafts) {
        this.drafts = drafts;
    }

    // The draft is read first, then its owner is compared: 403 if not.
    // To a Bearer token Spring Security adds error="insufficient_scope".
    @PostAuthorize("returnObject.owner == authentication.name")
    public Draft draft(long id) {
        return drafts.findById(id).orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
